import type { SessionTag } from "#lib/aws/session-tags";

/** The four calls that a trust policy is asked about. */
export type AssumeAction =
  | "sts:AssumeRole"
  | "sts:AssumeRoleWithSAML"
  | "sts:AssumeRoleWithWebIdentity"
  | "sts:AssumeRoot";

/** Who calls. An AWS caller answers to several names: its session's ARN, its role's ARN, its unique id. */
export type Caller =
  | { readonly kind: "Federated"; readonly providerArn: string }
  | { readonly kind: "AWS"; readonly accountId: string; readonly arns: readonly string[] }
  | { readonly kind: "Service"; readonly service: string };

/** Values by condition key; the case of a key does not count. A key that is not there is absent, an empty list too. */
export type RequestContext = Readonly<Record<string, readonly string[]>>;

/** One call to assume a role, as IAM sees it. */
export type TrustRequest = {
  readonly action: AssumeAction;
  readonly caller: Caller;
  readonly sessionTags: readonly SessionTag[];
  readonly transitiveTagKeys: readonly string[];
  readonly sourceIdentity: string | null;
  /** All other keys (`saml:aud`, `idp.example.com:sub`, `sts:ExternalId` …). */
  readonly context: RequestContext;
};

/**
 * What must be allowed for the call to succeed: besides the call itself sts:TagSession when tags are sent and
 * sts:SetSourceIdentity when a source identity is. IAM User Guide, id_session-tags and
 * id_credentials_temp_control-access_monitor.
 */
export function listRequiredActions(request: TrustRequest): string[] {
  const tags = request.sessionTags.length + request.transitiveTagKeys.length;
  return [
    request.action,
    ...(tags > 0 ? ["sts:TagSession"] : []),
    ...(request.sourceIdentity === null ? [] : ["sts:SetSourceIdentity"]),
  ];
}

/**
 * The context by lower-case key, with the keys that follow from the caller, the tags and the source identity. A key of
 * the context itself stands before one that follows from the caller.
 */
export function resolveContext(request: TrustRequest): ReadonlyMap<string, readonly string[]> {
  const entries: [string, readonly string[]][] = [
    ...listCallerKeys(request.caller),
    ...Object.entries(request.context),
    ...request.sessionTags.map((tag): [string, string[]] => [`aws:RequestTag/${tag.key}`, [tag.value]]),
    ["aws:TagKeys", request.sessionTags.map((tag) => tag.key)],
    ["sts:TransitiveTagKeys", request.transitiveTagKeys],
    ["sts:SourceIdentity", request.sourceIdentity === null ? [] : [request.sourceIdentity]],
  ];
  return new Map(entries.filter(([, values]) => values.length > 0).map(([key, values]) => [key.toLowerCase(), values]));
}

/**
 * aws:PrincipalArn is the role's ARN for a role's session, never the session's; a federated caller has none.
 * IAM User Guide, reference_policies_condition-keys (aws:PrincipalArn, aws:PrincipalAccount).
 */
function listCallerKeys(caller: Caller): [string, readonly string[]][] {
  if (caller.kind === "Service") return [["aws:PrincipalServiceName", [caller.service]]];
  if (caller.kind === "Federated") return [["aws:PrincipalAccount", caller.providerArn.split(":").slice(4, 5)]];
  const own = caller.arns.find((arn) =>
    /^arn:[a-z-]+:(?:iam::\d{12}:(?:(?:role|user)\/|root$)|sts::\d{12}:federated-user\/)/.test(arn),
  );
  return [
    ["aws:PrincipalAccount", [caller.accountId]],
    ["aws:PrincipalArn", own === undefined ? [] : [own]],
  ];
}

const KNOWN_KEYS = [
  "aws:PrincipalArn",
  "aws:PrincipalAccount",
  "aws:PrincipalServiceName",
  "aws:TagKeys",
  "sts:TransitiveTagKeys",
  "sts:SourceIdentity",
];

/** A key as the request spells it: `resolveContext` knows it in lower case only. */
export function spellKey(key: string, request: TrustRequest): string {
  const tags = request.sessionTags.map((tag) => `aws:RequestTag/${tag.key}`);
  return [...Object.keys(request.context), ...tags, ...KNOWN_KEYS].find((one) => one.toLowerCase() === key) ?? key;
}
