import { CORP } from "./addresses";

/** The name of the IAM SAML provider that stands for the portal, and of the company's own. */
export const PORTAL_SAML_PROVIDER = "gatehouse";
export const CORP_SAML_PROVIDER = CORP;

/** Host, port and path: what IAM calls the provider, and what its condition keys begin with. */
export function oidcProviderName(url: string): string {
  return url.replace(/^https?:\/\//, "");
}
