import type { HelpSection } from "./blocks";
import type { HelpSlug } from "./help-topics";
import type { HelpSource } from "./say";
import { awsConsole, sharing } from "./topics/console";
import { credentialProcess } from "./topics/credential-process";
import { everyTool } from "./topics/every-tool";
import { firstSteps, keyboard, narrowing } from "./topics/first-steps";
import { identityProviders } from "./topics/identity-providers";
import { federationToken, idpOidc, idpSaml } from "./topics/own-proofs";
import { assumeRole, portalOidc, portalSaml, sessionToken } from "./topics/paths";
import { revoke } from "./topics/revoke";
import { sdks } from "./topics/sdks";
import { awsCli, terraform, vsCode } from "./topics/tools";
import { troubleshooting } from "./topics/troubleshooting";

/** What each topic says. A topic without its line here does not compile. */
export const TOPIC_SECTIONS: Readonly<Record<HelpSlug, (source: HelpSource) => readonly HelpSection[]>> = {
  "first-steps": firstSteps,
  "aws-cli": awsCli,
  "every-tool": everyTool,
  "credential-process": credentialProcess,
  sdks,
  terraform,
  "vs-code": vsCode,
  console: awsConsole,
  sharing,
  narrowing,
  keyboard,
  troubleshooting,
  revoke,
  "portal-oidc": portalOidc,
  "portal-saml": portalSaml,
  "idp-oidc": idpOidc,
  "idp-saml": idpSaml,
  "assume-role": assumeRole,
  "federation-token": federationToken,
  "session-token": sessionToken,
  "identity-providers": identityProviders,
};
