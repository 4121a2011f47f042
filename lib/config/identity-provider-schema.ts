import { z } from "zod";
import { duration, httpUrl } from "./scalars";

const id = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, "needs to be 1 to 40 of a-z, 0-9 and -, since it stands in addresses");
const name = z.string().min(1).max(80).optional().describe("On the sign-in page; the id when absent");
const pem = (what: string) =>
  z.string().regex(/-----BEGIN [A-Z ]+-----/, `needs to be ${what} in PEM, for example \${file:./key.pem}`);
const keyPair = z.strictObject({ privateKey: pem("a private key"), certificate: pem("a certificate") });

/** OIDC providers whose claims differ from the standard; see lib/idp/presets. */
export const OIDC_PRESETS = ["generic", "entra", "okta", "google", "keycloak", "adfs"] as const;
/** SAML providers whose attribute names differ; see lib/idp/presets. */
export const SAML_PRESETS = ["generic", "entra", "okta", "google", "keycloak", "adfs"] as const;

const samlSchema = z.strictObject({
  id,
  type: z.literal("saml"),
  name,
  preset: z.enum(SAML_PRESETS).default("generic"),
  metadataFile: z.string().min(1).optional().describe("Relative to this file"),
  metadataUrl: httpUrl.optional(),
  metadataRefresh: duration({ min: "1m", max: "7d" }).prefault("6h"),
  entityId: z
    .string()
    .min(1)
    .max(1024)
    .optional()
    .describe("Pins the entityID of the metadata; required without metadata"),
  ssoUrl: httpUrl.optional(),
  sloUrl: httpUrl.optional(),
  certificates: z
    .array(pem("a certificate"))
    .min(1)
    .optional()
    .describe("The IdP's signing certificates; several while one rolls over"),
  binding: z.enum(["redirect", "post"]).default("redirect").describe("How the AuthnRequest is sent"),
  attributes: z
    .strictObject({
      subject: z.string().min(1).optional().describe("An attribute instead of the NameID"),
      email: z.string().min(1).optional(),
      name: z.string().min(1).optional(),
      groups: z.string().min(1).optional(),
    })
    .prefault({}),
  groupsSeparator: z
    .string()
    .length(1)
    .optional()
    .describe("Splits one value into several groups, for IdPs that join them"),
  signing: keyPair.optional().describe("Signs AuthnRequests and LogoutRequests"),
  decryption: keyPair.optional().describe("Decrypts encrypted assertions"),
  requireEncryptedAssertion: z.boolean().default(false),
  allowIdpInitiated: z.boolean().default(false),
  nameIdFormat: z.string().min(1).optional().describe("Asked for in the AuthnRequest; the IdP's choice when absent"),
  clockSkew: duration({ min: "0s", max: "5m" }).prefault("60s"),
  aws: z
    .strictObject({
      entityId: z
        .string()
        .min(1)
        .default("urn:amazon:webservices")
        .describe("Issuer of the AuthnRequest and expected audience"),
      ssoUrl: httpUrl.optional().describe("The application's own sign-on URL where it has one"),
      recipient: z.string().min(1).default("https://signin.aws.amazon.com/saml"),
    })
    .optional()
    .describe("A second application at this IdP that is addressed to AWS and posts to the portal's aws-acs"),
});

const oidcSchema = z.strictObject({
  id,
  type: z.literal("oidc"),
  name,
  preset: z.enum(OIDC_PRESETS).default("generic"),
  issuer: httpUrl,
  clientId: z.string().min(1),
  clientSecret: z.string().min(1).optional().describe("Absent for public clients"),
  tokenEndpointAuthMethod: z.enum(["client_secret_basic", "client_secret_post", "none"]).optional(),
  scopes: z.array(z.string().min(1)).optional().describe("The preset's when absent"),
  claims: z
    .strictObject({
      email: z.string().min(1).optional(),
      name: z.string().min(1).optional(),
      groups: z.string().min(1).optional(),
    })
    .prefault({}),
  groupsSeparator: z.string().length(1).optional(),
  userinfo: z.boolean().optional().describe("Read groups and profile from the userinfo endpoint too"),
  idTokenSigningAlg: z.enum(["RS256", "RS384", "RS512", "PS256", "ES256", "ES384"]).default("RS256"),
  allowedTenants: z
    .array(z.string().min(1))
    .optional()
    .describe("Entra multi-tenant issuers: the tenant ids that may sign in"),
  authorizationParams: z.record(z.string(), z.string()).default({}),
  clockSkew: duration({ min: "0s", max: "5m" }).prefault("60s"),
});

const withName = <T extends { id: string; name?: string | undefined }>(provider: T) => ({
  ...provider,
  name: provider.name ?? provider.id,
});
const namedSamlSchema = samlSchema.transform(withName);
const namedOidcSchema = oidcSchema.transform(withName);

export const identityProviderSchema = z.discriminatedUnion("type", [namedSamlSchema, namedOidcSchema]);

export type SamlProviderConfig = z.output<typeof namedSamlSchema>;
export type OidcProviderConfig = z.output<typeof namedOidcSchema>;
export type IdentityProviderConfig = z.output<typeof identityProviderSchema>;
