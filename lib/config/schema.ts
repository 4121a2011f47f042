import { z } from "zod";
import { accessSchema } from "./access-schema";
import { brandShape } from "./brand-schema";
import { ENVIRONMENT_TONES } from "./environments";
import { identityProviderSchema } from "./identity-provider-schema";
import { leasesSchema } from "./leases-schema";
import { duration, httpUrl, origin, regionalUrl } from "./scalars";

const groups = z.strictObject({ groups: z.array(z.string().min(1)).default([]) });

const deviceCodesSchema = z.strictObject({
  mode: z
    .enum(["shown", "typed", "off"])
    .default("shown")
    .describe("How a command line signs in by code: compared, typed by hand, or not at all"),
  networks: z
    .array(z.union([z.cidrv4(), z.cidrv6()]))
    .default([])
    .describe("From where a command line may ask by code, such as 10.0.0.0/8; from anywhere when empty"),
});

const portalSchema = z.strictObject({
  url: origin.describe("Where people reach the portal: scheme, host and port, no path"),
  name: z.string().min(1).max(80).default("Gatehouse").describe("Shown in the header and on the sign-in page"),
  secret: z
    .string()
    .min(32, "needs at least 32 characters, for example the output of `openssl rand -base64 48`")
    .optional()
    .describe("Key material of the portal; required with database.url, since every instance needs the same one"),
  sessionDuration: duration({ min: "15m", max: "7d" }).prefault("9h").describe("Longest portal sign-in"),
  capCredentialsToSession: z.boolean().default(true).describe("Credentials never outlive the sign-in that asked"),
  admins: groups.prefault({}),
  auditors: groups.prefault({}),
  iamUserSessions: z
    .boolean()
    .default(true)
    .describe("Offers /iam-user: a session for one's own IAM user and MFA device"),
  deviceCodes: deviceCodesSchema.prefault({}),
  leases: leasesSchema.prefault({}),
  support: z
    .strictObject({ text: z.string().min(1).max(200), url: z.url().optional() })
    .optional()
    .describe("Whom to ask for access; shown where somebody has none"),
  environments: z
    .record(z.string().min(1).max(64), z.enum(ENVIRONMENT_TONES))
    .default({})
    .describe("Colours by the accounts' label env; prod is red, staging amber, dev green when nothing is said"),
  ...brandShape,
  trustedProxyHops: z.int().min(0).max(10).default(0).describe("Reverse proxies in front that set X-Forwarded-For"),
});

const databaseSchema = z.strictObject({
  url: z
    .string()
    .regex(/^postgres(ql)?:\/\//, "needs to start with postgresql://")
    .optional(),
  directory: z.string().min(1).default("./data").describe("Of the embedded database, relative to this file"),
});

const trustReaderSchema = z.strictObject({
  role: z
    .string()
    .regex(/^([\x21-\x7e]{1,510}\/)?[\w+=,.@-]{1,64}$/, "needs to be an IAM role name, or path/Name")
    .describe("A role of this name in each account, which may call iam:GetRole"),
  via: z.enum(["portal-oidc", "assume-role"]).default("portal-oidc"),
  provider: z.string().min(1).max(255).optional().describe("portal-oidc: the IAM provider; the issuer when absent"),
  externalId: z.string().min(2).max(1224).optional().describe("assume-role: sent as ExternalId"),
});

const awsSchema = z.strictObject({
  region: z
    .string()
    .regex(/^[a-z]{2,4}(-[a-z]+)+-\d{1,2}$/, "needs to be a Region such as eu-west-1")
    .default("us-east-1"),
  stsFailover: z
    .boolean()
    .default(true)
    .describe("Asks STS in another Region of the partition when one does not answer"),
  endpoints: z
    .strictObject({
      sts: regionalUrl.optional().describe("May hold {region}"),
      federation: httpUrl.optional(),
      console: httpUrl.optional(),
      iam: httpUrl.optional(),
    })
    .prefault({})
    .describe("Only for tests, VPC endpoints and other clouds"),
  trustReader: trustReaderSchema
    .optional()
    .describe("How the portal reads trust policies (iam:GetRole) to explain refusals"),
});

const issuerSchema = z.strictObject({
  url: httpUrl.optional().describe("Issuer URL of the ID tokens for AWS; portal.url + /oidc when absent"),
  samlEntityId: z.string().min(1).max(1024).optional().describe("portal.url + /saml/metadata when absent"),
  keyRotation: duration({ min: "1d", max: "730d" }).prefault("90d").describe("Age at which a new signing key is made"),
  keyOverlap: duration({ min: "1h", max: "90d" })
    .prefault("7d")
    .describe("How long a key is published before and after its use"),
});

/** The whole of `gatehouse.yaml`. The output is what the portal runs on; durations are seconds. */
export const configSchema = z.strictObject({
  portal: portalSchema,
  database: databaseSchema.prefault({}),
  aws: awsSchema.prefault({}),
  issuer: issuerSchema.prefault({}),
  identityProviders: z.array(identityProviderSchema).min(1, "needs at least one identity provider"),
  access: accessSchema.prefault({}),
});

export type Config = z.output<typeof configSchema>;
