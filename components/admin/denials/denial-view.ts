import type { RequestRow } from "#lib/trust/describe-request";
import type { Explanation } from "#lib/trust/explanation";
import type { PolicyLine } from "#lib/trust/policy-lines";

type Denied = {
  readonly requestId: string;
  /** ISO 8601. */
  readonly at: string;
  readonly who: string;
  readonly idp: string | null;
  readonly accountId: string;
  readonly accountName: string;
  readonly roleName: string;
  readonly awsCode: string | null;
  readonly trustRoleArn: string | null;
  /** It was the hub on the way to the role that refused. */
  readonly atHub: boolean;
};

export type DenialItem = Denied & {
  /** One line; null as long as the trust policy is not known, or when it allows the request now. */
  readonly reason: string | null;
  readonly allowedNow: boolean | null;
};

export type TrustView = {
  readonly hasReader: boolean;
  readonly problem: TrustProblem | null;
  readonly known: {
    readonly lines: readonly PolicyLine[];
    readonly source: "read" | "pasted";
    readonly isFresh: boolean;
    readonly by: string;
    readonly at: string;
    readonly maxSessionDurationSeconds: number | null;
  } | null;
};

export type DenialDetail = Denied & {
  readonly via: string | null;
  readonly awsRequestId: string | null;
  readonly durationSeconds: number;
  readonly rows: readonly RequestRow[] | null;
  readonly trust: TrustView;
  readonly explanation: Explanation | null;
};

export type TrustProblem = keyof typeof PROBLEM_WORDS;

/** Why the portal could not read the trust policy. */
export const PROBLEM_WORDS = {
  trust_reader_denied: "AWS did not let the portal's trust reader in.",
  trust_reader_unavailable: "AWS did not answer in time.",
  portal_principal_missing: "The portal has no AWS identity of its own to read with.",
  iam_role_not_found: "There is no role of this name in the account: AWS refuses that in the same words.",
  iam_access_denied: "The trust reader may not call iam:GetRole here.",
  iam_unavailable: "IAM did not answer in time.",
} as const;
