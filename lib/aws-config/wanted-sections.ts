import type { NamedProfile } from "./name-profiles";
import type { ConfigPlan } from "./plan-config";

/**
 * An alias that nobody is asked at: the AWS CLI takes only addresses of AWS here, and the endpoints below say where it goes.
 */
export const START_URL = "https://identitycenter.amazonaws.com/ssoins-0123456789abcdef";

export type Pair = readonly [name: string, value: string];

/** AWS CLI User Guide, "Configuring IAM Identity Center authentication with the AWS CLI": the keys of a session. */
export const sessionPairs = ({ portal }: ConfigPlan): readonly Pair[] => [
  ["sso_start_url", START_URL],
  ["sso_region", portal.region],
  ["sso_registration_scopes", "sso:account:access"],
];

/** AWS SDKs and Tools Reference Guide, "Service-specific endpoints": by service, where it is. */
export const servicePairs = ({ portal }: ConfigPlan): readonly Pair[] => [
  ["sso_oidc", `${portal.url}/api/sso-oidc`],
  ["sso", `${portal.url}/api/sso`],
  ...(portal.stsUrl === null ? [] : [["sts", portal.stsUrl] as const]),
];

export const profilePairs = ({ session }: ConfigPlan, { role }: NamedProfile): readonly Pair[] => [
  ["sso_session", session],
  ["sso_account_id", role.accountId],
  ["sso_role_name", role.roleName],
  ["services", session],
  ["region", role.region],
];

/** The keys of a profile that are the portal's to write. */
export const PROFILE_KEYS: ReadonlySet<string> = new Set([
  "sso_session",
  "sso_account_id",
  "sso_role_name",
  "services",
  "region",
]);

const pairLine = ([name, value]: Pair) => `${name} = ${value}`;

/** Lines of whole sections, for what is not in the file yet. */
export const sessionLines = (plan: ConfigPlan) => [
  `[sso-session ${plan.session}]`,
  ...sessionPairs(plan).map(pairLine),
];

export const serviceLines = (plan: ConfigPlan) => [
  `[services ${plan.session}]`,
  ...servicePairs(plan).flatMap(([name, url]) => [`${name} =`, `  endpoint_url = ${url}`]),
];

export const profileLines = (plan: ConfigPlan, profile: NamedProfile) => [
  `[profile ${profile.name}]`,
  ...profilePairs(plan, profile).map(pairLine),
];
