import { listUnallowed, rankCandidates } from "./diagnose";
import { evaluateTrustPolicy } from "./evaluate-trust-policy";
import type { Fix, PolicyDocument, SessionLimits } from "./explanation";
import { type AllowPatch, addExactStatement, widenStatement } from "./fix-allow";
import { type StatementPatch, spareRequest } from "./fix-deny";
import { formatCloudFormation, formatJson, formatTerraform } from "./format-policy";
import { readDocument } from "./parse-trust-policy";
import type { Statement, TrustPolicy } from "./policy";
import { renderDocument } from "./render-statement";
import type { TrustRequest } from "./request";
import { plain, type Saying, say } from "./saying";

type Change = { readonly policy: PolicyDocument; readonly summary: readonly Saying[]; readonly weaker: boolean };

/** IAM's bound for MaxSessionDuration: 12 hours. IAM API Reference, UpdateRole. */
const LONGEST_SECONDS = 43_200;

/** The smallest change of the document, and of the role's duration, that lets the request through. */
export function buildFix(document: unknown, policy: TrustPolicy, request: TrustRequest, limits: SessionLimits): Fix {
  const before = readDocument(document);
  const change = changePolicy(before, policy, request);
  const duration = raiseDuration(limits);
  const roleName = limits.roleName ?? "ROLE_NAME";
  const role = { roleName, policy: change.policy, maxSessionDurationSeconds: duration.seconds };
  return {
    summary: [...change.summary, ...duration.summary(roleName)],
    weaker: change.weaker,
    changesPolicy: change.summary.length > 0,
    policy: change.policy,
    json: formatJson(change.policy),
    terraform: formatTerraform(role),
    cloudFormation: formatCloudFormation(role),
  };
}

function raiseDuration(limits: SessionLimits) {
  const { durationSeconds, maxSessionDurationSeconds } = limits;
  const fits = maxSessionDurationSeconds === null || durationSeconds <= maxSessionDurationSeconds;
  if (fits) return { seconds: null, summary: () => [] };
  if (durationSeconds > LONGEST_SECONDS) {
    return { seconds: null, summary: () => [say("fix.ask_for_less", { seconds: LONGEST_SECONDS })] };
  }
  // A role's maximum is at least an hour.
  const seconds = Math.max(3600, durationSeconds);
  return {
    seconds,
    summary: (role: string) => [say("fix.raise_duration", { role, seconds, maximum: maxSessionDurationSeconds })],
  };
}

function changePolicy(document: PolicyDocument, policy: TrustPolicy, request: TrustRequest): Change {
  if (evaluateTrustPolicy(policy, request).allowed) return { policy: document, summary: [], weaker: false };
  const versioned = raiseVersion(document, policy, request);
  if (versioned !== null) return versioned;
  const spared = spareAll(policy, request);
  const mended = mend(policy, request, spared);
  const changed = new Map<number, Statement | null>([...spared].map(([index, patch]) => [index, patch.statement]));
  if (mended !== null && mended.index !== null) changed.set(mended.index, mended.statement);
  const added = mended !== null && mended.index === null ? [mended.statement] : [];
  return {
    policy: renderDocument(document, changed, added, null),
    summary: [...[...spared.values()].flatMap((patch) => patch.summary), ...(mended?.summary ?? [])],
    weaker: [...spared.values()].some((patch) => patch.weaker) || (mended?.weaker ?? false),
  };
}

/** A policy that holds variables and would allow the request if they were read as such. */
function raiseVersion(document: PolicyDocument, policy: TrustPolicy, request: TrustRequest): Change | null {
  const version = "2012-10-17";
  if (policy.version === version || !evaluateTrustPolicy({ ...policy, version }, request).allowed) return null;
  return {
    policy: renderDocument(document, new Map(), [], version),
    summary: [plain("fix.set_version")],
    weaker: false,
  };
}

function spareAll(policy: TrustPolicy, request: TrustRequest): Map<number, StatementPatch> {
  const denying = evaluateTrustPolicy(policy, request).statements.filter(
    (outcome) => outcome.effect === "Deny" && outcome.mismatch === null,
  );
  const indexes = new Set(denying.map((outcome) => outcome.index));
  return new Map(
    [...indexes].flatMap((index): [number, StatementPatch][] => {
      const statement = policy.statements[index];
      return statement === undefined ? [] : [[index, spareRequest(policy, index, statement, request)]];
    }),
  );
}

/** The closest statements in turn, until a change of one is enough; a statement of its own when none is. */
function mend(
  policy: TrustPolicy,
  request: TrustRequest,
  spared: ReadonlyMap<number, StatementPatch>,
): AllowPatch | null {
  const denied = listUnallowed(evaluateTrustPolicy(policy, request));
  if (denied.length === 0) return null;
  const base = policy.statements.map((statement, index) => spared.get(index)?.statement ?? statement);
  const [closest] = rankCandidates(policy, request, denied);
  const patch = closest === undefined ? null : widenStatement(policy, closest, request, denied);
  if (patch !== null && allows(applyPatch({ ...policy, statements: base }, patch), request)) return patch;
  return addExactStatement(policy, request, denied);
}

function applyPatch(policy: TrustPolicy, patch: AllowPatch): TrustPolicy {
  const statements =
    patch.index === null
      ? [...policy.statements, patch.statement]
      : policy.statements.map((statement, index) => (index === patch.index ? patch.statement : statement));
  return { ...policy, statements };
}

const allows = (policy: TrustPolicy, request: TrustRequest): boolean =>
  listUnallowed(evaluateTrustPolicy(policy, request)).length === 0;
