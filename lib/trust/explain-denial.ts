import { err, ok, type Result } from "#lib/result";
import { type Candidate, listUnallowed, rankCandidates } from "./diagnose";
import { type Decision, describeFailure, evaluateTrustPolicy } from "./evaluate-trust-policy";
import type { Explanation, Finding, Insight, Problem, SessionLimits } from "./explanation";
import { buildFix } from "./fix-policy";
import { recogniseAction, recogniseCondition, recognisePrincipal } from "./known-mistakes";
import { parseTrustPolicy, type TrustPolicyError } from "./parse-trust-policy";
import type { TrustPolicy } from "./policy";
import { resolveContext, type TrustRequest } from "./request";
import { plain, type Saying, say } from "./saying";
import { describeProblem, nameStatement } from "./sentences";

/**
 * Says why a role's trust policy refuses a request, and the smallest change that would let exactly this request in.
 * The document is JSON text or already parsed. Looks at the trust policy and the role's maximum duration alone: what
 * the caller's own policies or the organisation say is not known here. Refuses a document that IAM would refuse.
 */
export function explainDenial(
  document: unknown,
  request: TrustRequest,
  limits: SessionLimits,
): Result<Explanation, TrustPolicyError> {
  const parsed = parseTrustPolicy(document);
  if (!parsed.ok) return err(parsed.error);
  const policy = parsed.value;
  const decision = evaluateTrustPolicy(policy, request);
  const findings = [
    ...findDenies(policy, request, decision),
    ...findGaps(policy, request, listUnallowed(decision)),
    ...findDuration(limits),
  ];
  const allowed = findings.length === 0;
  return ok({
    allowed,
    headline: writeHeadline(findings),
    findings,
    fix: allowed ? null : buildFix(document, policy, request, limits),
  });
}

function toFinding(
  statement: Finding["statement"],
  actions: readonly string[],
  problem: Problem,
  insight: Insight | null,
  closest: boolean,
): Finding {
  return { statement, actions, closest, problem, insight, sentence: describeProblem(problem, statement, actions) };
}

function findDenies(policy: TrustPolicy, request: TrustRequest, decision: Decision): Finding[] {
  const context = resolveContext(request);
  const denies = decision.statements.filter((outcome) => outcome.effect === "Deny" && outcome.mismatch === null);
  return policy.statements.flatMap((statement, index): Finding[] => {
    const actions = denies.filter((outcome) => outcome.index === index).map((outcome) => outcome.action);
    if (actions.length === 0) return [];
    const conditions = statement.conditions.map((one) => describeFailure(one, context));
    const insight = conditions
      .map((one) => recogniseCondition(one, context, policy))
      .find((one) => one?.code === "mfa_missing");
    return [
      toFinding({ index, sid: statement.sid }, actions, { code: "explicit_deny", conditions }, insight ?? null, false),
    ];
  });
}

/** For the actions that nothing allows: what each Allow statement lacks, the closest statement first. */
function findGaps(policy: TrustPolicy, request: TrustRequest, denied: readonly string[]): Finding[] {
  if (denied.length === 0) return [];
  const candidates = rankCandidates(policy, request, denied);
  if (candidates.length === 0) return [toFinding(null, denied, { code: "nothing_allows" }, null, false)];
  return candidates.flatMap((candidate, rank) => describeCandidate(candidate, policy, request, denied, rank === 0));
}

function describeCandidate(
  candidate: Candidate,
  policy: TrustPolicy,
  request: TrustRequest,
  denied: readonly string[],
  closest: boolean,
): Finding[] {
  const about = { index: candidate.index, sid: candidate.statement.sid };
  const context = resolveContext(request);
  const actions = candidate.missingActions.map((action) =>
    toFinding(
      about,
      [action],
      {
        code: "action_not_listed",
        except: candidate.statement.exceptActions,
        expected: candidate.statement.actions,
      },
      recogniseAction(action),
      closest,
    ),
  );
  const rest = candidate.mismatches.flatMap((mismatch): Finding[] => {
    if (mismatch.code === "principal_differs") {
      const { exceptPrincipals: except } = candidate.statement;
      const insight = except ? null : recognisePrincipal(mismatch.expected, request.caller);
      return [toFinding(about, denied, { ...mismatch, except }, insight, closest)];
    }
    if (mismatch.code === "action_differs") return [];
    return mismatch.conditions.map((failure) =>
      toFinding(
        about,
        denied,
        { code: "condition_failed", ...failure },
        recogniseCondition(failure, context, policy),
        closest,
      ),
    );
  });
  return [...rest, ...actions];
}

function findDuration(limits: SessionLimits): Finding[] {
  const { durationSeconds: requestedSeconds, maxSessionDurationSeconds: maximumSeconds } = limits;
  if (maximumSeconds === null || requestedSeconds <= maximumSeconds) return [];
  return [toFinding(null, [], { code: "duration_exceeded", requestedSeconds, maximumSeconds }, null, false)];
}

function writeHeadline(findings: readonly Finding[]): Saying {
  const [first] = findings;
  if (first === undefined) return plain("headline.allowed");
  if (first.problem.code === "explicit_deny" || first.statement === null) return first.sentence;
  const count = findings.filter((finding) => finding.closest).length;
  return say("headline.closest", { statement: nameStatement(first.statement), count, first: first.sentence });
}
