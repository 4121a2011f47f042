import type { Explanation, Finding, InsightCode } from "./explanation";
import { plain, type Saying, say } from "./saying";
import type { UntoldInsight } from "./sayings-of-findings";

/** What a person is told of a refusal: one or two sentences, in the request's terms, and nothing of what the policy holds. */
export type DenialSummary = readonly Saying[];

type ToldInsight = Exclude<InsightCode, UntoldInsight>;

const UNTOLD: Readonly<Record<UntoldInsight, true>> = {
  key_not_recorded: true,
  variable_needs_version: true,
  provider_name_differs: true,
  provider_account_differs: true,
  provider_partition_differs: true,
  principal_kind_differs: true,
};

const isTold = (code: InsightCode): code is ToldInsight => !Object.hasOwn(UNTOLD, code);

function describeFinding({ insight, problem, actions }: Finding): Saying {
  if (problem.code === "explicit_deny") {
    return plain(insight?.code === "mfa_missing" ? "short.deny_without_mfa" : "short.explicit_deny");
  }
  if (insight !== null && isTold(insight.code)) return plain(`short.${insight.code}`);
  return problem.code === "action_not_listed"
    ? say("short.action_not_listed", { action: actions.join(", ") })
    : plain(`short.${problem.code}`);
}

/** What a person reads who was refused, who may not see the policy itself: two sentences at most. */
export function summariseDenial({ allowed, findings }: Explanation): DenialSummary {
  // What else refuses when the trust policy does not.
  if (allowed) return [plain("short.elsewhere")];
  const decisive = findings.filter(
    (one) => one.closest || one.statement === null || one.problem.code === "explicit_deny",
  );
  const told = (decisive.length === 0 ? findings : decisive).map(describeFinding);
  return [...new Map(told.map((one) => [JSON.stringify(one), one])).values()].slice(0, 2);
}
