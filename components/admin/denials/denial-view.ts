import type { RequestRow } from "#lib/trust/describe-request";
import type { Explanation } from "#lib/trust/explanation";
import type { PolicyLine } from "#lib/trust/policy-lines";
import type { DenialSummary } from "#lib/trust/short-form";

type Denied = {
  readonly requestId: string;
  /** ISO 8601. */
  readonly at: string;
  /** Null: not even a name is known. */
  readonly who: string | null;
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
  /** Null as long as the trust policy is not known, or when it allows the request now. */
  readonly reason: DenialSummary | null;
  readonly allowedNow: boolean | null;
};

export type TrustView = {
  readonly hasReader: boolean;
  readonly problem: TrustProblem | null;
  readonly known: {
    readonly lines: readonly PolicyLine[];
    readonly source: "read" | "pasted";
    readonly isFresh: boolean;
    readonly by: string | null;
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

/** Why the portal could not read the trust policy. */
export type TrustProblem =
  | "trust_reader_denied"
  | "trust_reader_unavailable"
  | "portal_principal_missing"
  | "iam_role_not_found"
  | "iam_access_denied"
  | "iam_unavailable";
