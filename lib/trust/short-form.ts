import type { Explanation, Finding, InsightCode } from "./explanation";

/** What a mistake comes to, for whoever was refused: in the request's terms, and nothing of what the policy holds. */
const INSIGHTS: Readonly<Partial<Record<InsightCode, string>>> = {
  wrong_audience: "The role's trust policy expects another audience than the one that the request was made for.",
  case_differs: "The role's trust policy names a value in other upper and lower case than the request has it.",
  set_operator_missing: "The role's trust policy compares several values of the request as if they were one.",
  wildcard_needs_like: "The role's trust policy has a pattern where AWS compares letter by letter.",
  date_expired: "The role's trust policy allows this until a date that has passed.",
  date_not_reached: "The role's trust policy allows this from a date that has not come yet.",
  external_id_missing: "The role's trust policy asks for an external ID, and the portal sent none.",
  external_id_differs: "The role's trust policy asks for another external ID than the portal sent.",
  mfa_missing: "The role's trust policy asks for MFA, and the request came without.",
  issuer_prefix_differs: "The role's trust policy has a condition on another identity provider's claims.",
  tag_session_missing: "The role's trust policy does not allow sts:TagSession, and the request carries session tags.",
  source_identity_missing:
    "The role's trust policy does not allow sts:SetSourceIdentity, and the request carries a source identity.",
};

function describeFinding({ insight, problem, actions }: Finding): string {
  const known = insight === null ? undefined : INSIGHTS[insight.code];
  if (problem.code === "explicit_deny") {
    return insight?.code === "mfa_missing"
      ? "The role's trust policy explicitly denies requests without MFA."
      : "The role's trust policy explicitly denies this request.";
  }
  if (known !== undefined) return known;
  switch (problem.code) {
    case "principal_differs":
      return "The role's trust policy trusts another identity than the one that the portal came with.";
    case "action_not_listed":
      return `The role's trust policy does not allow ${actions.join(" and ")}.`;
    case "condition_failed":
      return "A condition of the role's trust policy does not hold for the request.";
    case "nothing_allows":
      return "The role's trust policy allows nobody anything.";
    case "duration_exceeded":
      return "The request asked for a longer session than the role's maximum: ask for a shorter one.";
  }
}

/** What else refuses when the trust policy does not. */
const ELSEWHERE =
  "The role's trust policy allows this request: something else refused it, such as a service control policy of the organisation.";

/** One or two sentences for the person who was refused, who may not see the policy itself. */
export function summariseDenial({ allowed, findings }: Explanation): string {
  if (allowed) return ELSEWHERE;
  const decisive = findings.filter(
    (one) => one.closest || one.statement === null || one.problem.code === "explicit_deny",
  );
  const sentences = [...new Set((decisive.length === 0 ? findings : decisive).map(describeFinding))];
  return sentences.slice(0, 2).join(" ");
}
