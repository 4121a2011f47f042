import { holdsCondition, parseOperator } from "./condition";
import type { FailedCondition } from "./evaluate-trust-policy";
import type { Insight, InsightCode } from "./explanation";
import type { Principals, TrustPolicy } from "./policy";
import type { Caller } from "./request";

type Context = ReadonlyMap<string, readonly string[]>;

const MFA_KEYS = ["aws:multifactorauthpresent", "aws:multifactorauthage"];
const EXTERNAL_ID = "sts:externalid";

type Recognise = (failure: FailedCondition, context: Context, policy: TrustPolicy) => string | null;

/** In the order in which they are tried: the first that fits speaks. */
const CONDITION_MISTAKES: readonly (readonly [InsightCode, Recognise])[] = [
  ["key_not_recorded", describeUnrecorded],
  ["mfa_missing", (f) => (MFA_KEYS.includes(f.key.toLowerCase()) ? MFA_WORDS : null)],
  ["external_id_missing", (f) => (isExternalId(f) && f.seen === null ? EXTERNAL_ID_MISSING_WORDS : null)],
  ["issuer_prefix_differs", describeIssuerPrefix],
  ["variable_needs_version", describeVariable],
  ["set_operator_missing", describeSetOperator],
  ["wildcard_needs_like", describeWildcard],
  ["case_differs", describeCase],
  ["external_id_differs", (f) => (isExternalId(f) ? EXTERNAL_ID_DIFFERS_WORDS : null)],
  ["date_expired", (f) => (isDate(f, "Less") ? "The date in the policy has passed: the trust has run out." : null)],
  ["date_not_reached", (f) => (isDate(f, "Greater") ? "The date in the policy has not come yet." : null)],
  ["wrong_audience", describeAudience],
];

const MFA_WORDS =
  "The caller has to present MFA. For a role that the portal assumes with its own IAM user, set `mfaSerial` at the role in the portal's configuration; a federated sign-in never carries this key, so there the identity provider must ask for the second factor.";
const EXTERNAL_ID_MISSING_WORDS =
  "The request carried no external ID: set `externalId` at the role in the portal's configuration.";
const EXTERNAL_ID_DIFFERS_WORDS =
  "The external IDs are compared letter by letter: the portal's `externalId` and the policy must be the same.";

/** What a failed condition most likely means. */
export function recogniseCondition(failure: FailedCondition, context: Context, policy: TrustPolicy): Insight | null {
  for (const [code, recognise] of CONDITION_MISTAKES) {
    const sentence = recognise(failure, context, policy);
    if (sentence !== null) return { code, sentence };
  }
  return null;
}

const ALWAYS_SET = ["aws:currenttime", "aws:epochtime", "aws:sourceip", "aws:securetransport", "aws:useragent"];

function describeUnrecorded(failure: FailedCondition): string | null {
  return failure.seen === null && ALWAYS_SET.includes(failure.key.toLowerCase())
    ? "AWS sets this key on every call, but the recorded request does not hold it: whether the condition held is not known here."
    : null;
}

const isExternalId = (failure: FailedCondition): boolean => failure.key.toLowerCase() === EXTERNAL_ID;

const isDate = (failure: FailedCondition, direction: "Less" | "Greater"): boolean =>
  failure.seen !== null && (parseOperator(failure.operator)?.base.startsWith(`Date${direction}Than`) ?? false);

/** The request's own key with the same claim, when the policy's key is that of another issuer. Keys are in lower case. */
export function findOwnKey(key: string, context: Context): string | null {
  const claim = key.slice(key.lastIndexOf(":")).toLowerCase();
  if (!key.includes(":") || /^(aws|sts):/i.test(key) || context.has(key.toLowerCase())) return null;
  return [...context.keys()].find((own) => own.endsWith(claim) && !/^(aws|sts):/.test(own)) ?? null;
}

function describeIssuerPrefix(failure: FailedCondition, context: Context): string | null {
  const own = failure.seen === null ? findOwnKey(failure.key, context) : null;
  return own === null
    ? null
    : `The key is written for another issuer: this request carries \`${own}\`. A key starts with the issuer's address without \`https://\`.`;
}

function describeVariable(failure: FailedCondition, context: Context, policy: TrustPolicy): string | null {
  if (policy.version === "2012-10-17" || !failure.expected.some((value) => value.includes("${"))) return null;
  const { operator, key, expected: values } = failure;
  return holdsCondition({ operator, key, values }, context, true)
    ? 'The policy lacks `"Version": "2012-10-17"`: without it `${…}` is plain text.'
    : null;
}

function describeSetOperator(failure: FailedCondition): string | null {
  const parsed = parseOperator(failure.operator);
  if (parsed === null || parsed.quantifier !== null || (failure.seen?.length ?? 0) < 2) return null;
  return `The key has several values: it needs \`ForAnyValue:${failure.operator}\` or \`ForAllValues:${failure.operator}\`.`;
}

function describeWildcard(failure: FailedCondition, context: Context, policy: TrustPolicy): string | null {
  if (parseOperator(failure.operator)?.base !== "StringEquals") return null;
  const like = { operator: toLike(failure.operator), key: failure.key, values: failure.expected };
  return holdsCondition(like, context, policy.version === "2012-10-17")
    ? `\`${failure.operator}\` takes \`*\` and \`?\` as plain characters: \`${like.operator}\` takes them as wildcards.`
    : null;
}

/** `ForAnyValue:StringEqualsIfExists` → `ForAnyValue:StringLikeIfExists`. */
export const toLike = (operator: string): string => operator.replace("StringEquals", "StringLike");

function describeCase(failure: FailedCondition): string | null {
  const base = parseOperator(failure.operator)?.base;
  if (base !== "StringEquals" && base !== "StringLike") return null;
  const seen = (failure.seen ?? []).map((value) => value.toLowerCase());
  return failure.expected.some((value) => seen.includes(value.toLowerCase()))
    ? `The values differ in upper and lower case only, and \`${failure.operator}\` tells them apart.`
    : null;
}

function describeAudience(failure: FailedCondition): string | null {
  if (failure.seen === null || !/:aud$/i.test(failure.key)) return null;
  return failure.key.toLowerCase() === "saml:aud"
    ? "`SAML:aud` is the Recipient of the assertion: the sign-in address of AWS's partition, or the portal's own ACS address when the company's assertion is passed on."
    : "The audience is the `aud` claim of the ID token (its `azp` when it has one): the client that the token was issued to.";
}

type ArnParts = { readonly partition: string; readonly accountId: string; readonly name: string };

function readProvider(arn: string): ArnParts | null {
  const [, partition, accountId, name] = /^arn:([a-z-]+):iam::(\d{12}):((?:saml|oidc)-provider\/.+)$/.exec(arn) ?? [];
  return partition && accountId && name ? { partition, accountId, name } : null;
}

/** The listed provider that the caller's was most likely meant to be: same name in another account or partition, or case. */
export function findNearProvider(principals: Principals, caller: Caller): string | null {
  const own = caller.kind === "Federated" ? readProvider(caller.providerArn) : null;
  if (own === null) return null;
  const isNear = (name: string) => readProvider(name)?.name.toLowerCase() === own.name.toLowerCase();
  return principals.Federated?.find(isNear) ?? null;
}

/** What the difference between a statement's principals and the caller most likely means. */
export function recognisePrincipal(principals: Principals, caller: Caller): Insight | null {
  if (principals[caller.kind] === undefined) {
    return {
      code: "principal_kind_differs",
      sentence: `The statement names ${Object.keys(principals).join(" and ")} principals, and the caller is a ${caller.kind} one.`,
    };
  }
  const own = caller.kind === "Federated" ? readProvider(caller.providerArn) : null;
  if (own === null) return null;
  const near = readProvider(findNearProvider(principals, caller) ?? "");
  if (near === null) {
    return {
      code: "provider_name_differs",
      sentence: `The role trusts another identity provider: the request came from \`${own.name}\`.`,
    };
  }
  return compareProviders(near, own);
}

function compareProviders(near: ArnParts, own: ArnParts): Insight {
  if (near.partition !== own.partition) {
    return {
      code: "provider_partition_differs",
      sentence: `The provider is named in the partition \`${near.partition}\`; the request's is in \`${own.partition}\`.`,
    };
  }
  if (near.accountId !== own.accountId) {
    return {
      code: "provider_account_differs",
      sentence: `The provider is named in account \`${near.accountId}\`; the request's is in \`${own.accountId}\`. A role trusts a provider of its own account.`,
    };
  }
  return { code: "case_differs", sentence: "The provider's name differs in upper and lower case only." };
}

/** Why an action that goes along with the call is needed. */
export function recogniseAction(action: string): Insight | null {
  if (action === "sts:TagSession") {
    return {
      code: "tag_session_missing",
      sentence: "The request sends session tags, and the policy must allow `sts:TagSession` too.",
    };
  }
  return action === "sts:SetSourceIdentity"
    ? {
        code: "source_identity_missing",
        sentence: "The request sets a source identity, and the policy must allow `sts:SetSourceIdentity` too.",
      }
    : null;
}
