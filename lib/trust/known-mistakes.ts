import { holdsCondition, parseOperator } from "./condition";
import type { FailedCondition } from "./evaluate-trust-policy";
import type { Insight, InsightCode } from "./explanation";
import type { Principals, TrustPolicy } from "./policy";
import type { Caller } from "./request";
import { type Listed, plain, type Saying, say } from "./saying";

type Context = ReadonlyMap<string, readonly string[]>;

const MFA_KEYS = ["aws:multifactorauthpresent", "aws:multifactorauthage"];
const EXTERNAL_ID = "sts:externalid";

type Recognise = (failure: FailedCondition, context: Context, policy: TrustPolicy) => Saying | null;

/** In the order in which they are tried: the first that fits speaks. */
const CONDITION_MISTAKES: readonly (readonly [InsightCode, Recognise])[] = [
  ["key_not_recorded", describeUnrecorded],
  ["mfa_missing", (f) => (MFA_KEYS.includes(f.key.toLowerCase()) ? plain("insight.mfa_missing") : null)],
  ["external_id_missing", (f) => (isExternalId(f) && f.seen === null ? plain("insight.external_id_missing") : null)],
  ["issuer_prefix_differs", describeIssuerPrefix],
  ["variable_needs_version", describeVariable],
  ["set_operator_missing", describeSetOperator],
  ["wildcard_needs_like", describeWildcard],
  ["case_differs", describeCase],
  ["external_id_differs", (f) => (isExternalId(f) ? plain("insight.external_id_differs") : null)],
  ["date_expired", (f) => (isDate(f, "Less") ? plain("insight.date_expired") : null)],
  ["date_not_reached", (f) => (isDate(f, "Greater") ? plain("insight.date_not_reached") : null)],
  ["wrong_audience", describeAudience],
];

/** What a failed condition most likely means. */
export function recogniseCondition(failure: FailedCondition, context: Context, policy: TrustPolicy): Insight | null {
  for (const [code, recognise] of CONDITION_MISTAKES) {
    const sentence = recognise(failure, context, policy);
    if (sentence !== null) return { code, sentence };
  }
  return null;
}

const ALWAYS_SET = ["aws:currenttime", "aws:epochtime", "aws:sourceip", "aws:securetransport", "aws:useragent"];

function describeUnrecorded(failure: FailedCondition): Saying | null {
  return failure.seen === null && ALWAYS_SET.includes(failure.key.toLowerCase())
    ? plain("insight.key_not_recorded")
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

function describeIssuerPrefix(failure: FailedCondition, context: Context): Saying | null {
  const own = failure.seen === null ? findOwnKey(failure.key, context) : null;
  return own === null ? null : say("insight.issuer_prefix_differs", { key: own });
}

function describeVariable(failure: FailedCondition, context: Context, policy: TrustPolicy): Saying | null {
  if (policy.version === "2012-10-17" || !failure.expected.some((value) => value.includes("${"))) return null;
  const { operator, key, expected: values } = failure;
  return holdsCondition({ operator, key, values }, context, true) ? plain("insight.variable_needs_version") : null;
}

function describeSetOperator(failure: FailedCondition): Saying | null {
  const parsed = parseOperator(failure.operator);
  if (parsed === null || parsed.quantifier !== null || (failure.seen?.length ?? 0) < 2) return null;
  return say("insight.set_operator_missing", { operator: failure.operator });
}

function describeWildcard(failure: FailedCondition, context: Context, policy: TrustPolicy): Saying | null {
  if (parseOperator(failure.operator)?.base !== "StringEquals") return null;
  const like = { operator: toLike(failure.operator), key: failure.key, values: failure.expected };
  return holdsCondition(like, context, policy.version === "2012-10-17")
    ? say("insight.wildcard_needs_like", { operator: failure.operator, like: like.operator })
    : null;
}

/** `ForAnyValue:StringEqualsIfExists` → `ForAnyValue:StringLikeIfExists`. */
export const toLike = (operator: string): string => operator.replace("StringEquals", "StringLike");

function describeCase(failure: FailedCondition): Saying | null {
  const base = parseOperator(failure.operator)?.base;
  if (base !== "StringEquals" && base !== "StringLike") return null;
  const seen = (failure.seen ?? []).map((value) => value.toLowerCase());
  return failure.expected.some((value) => seen.includes(value.toLowerCase()))
    ? say("insight.case_differs", { operator: failure.operator })
    : null;
}

function describeAudience(failure: FailedCondition): Saying | null {
  if (failure.seen === null || !/:aud$/i.test(failure.key)) return null;
  return plain(failure.key.toLowerCase() === "saml:aud" ? "insight.wrong_recipient" : "insight.wrong_audience");
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
    const kinds: Listed = { items: Object.keys(principals), join: "pairs" };
    return {
      code: "principal_kind_differs",
      sentence: say("insight.principal_kind_differs", { kinds, kind: caller.kind }),
    };
  }
  const own = caller.kind === "Federated" ? readProvider(caller.providerArn) : null;
  if (own === null) return null;
  const near = readProvider(findNearProvider(principals, caller) ?? "");
  if (near === null) {
    return { code: "provider_name_differs", sentence: say("insight.provider_name_differs", { name: own.name }) };
  }
  return compareProviders(near, own);
}

function compareProviders(near: ArnParts, own: ArnParts): Insight {
  if (near.partition !== own.partition) {
    const values = { policy: near.partition, request: own.partition };
    return { code: "provider_partition_differs", sentence: say("insight.provider_partition_differs", values) };
  }
  if (near.accountId !== own.accountId) {
    const values = { policy: near.accountId, request: own.accountId };
    return { code: "provider_account_differs", sentence: say("insight.provider_account_differs", values) };
  }
  return { code: "case_differs", sentence: plain("insight.provider_case_differs") };
}

/** Why an action that goes along with the call is needed. */
export function recogniseAction(action: string): Insight | null {
  if (action === "sts:TagSession") {
    return { code: "tag_session_missing", sentence: plain("insight.tag_session_missing") };
  }
  return action === "sts:SetSourceIdentity"
    ? { code: "source_identity_missing", sentence: plain("insight.source_identity_missing") }
    : null;
}
