/** Who a statement names. IAM's other kinds (CanonicalUser, `*` alone) do not occur in role trust policies. */
export const PRINCIPAL_KINDS = ["AWS", "Federated", "Service"] as const;
export type PrincipalKind = (typeof PRINCIPAL_KINDS)[number];

/** Names by kind, as the document spells them. */
export type Principals = Readonly<Partial<Record<PrincipalKind, readonly string[]>>>;

/** One `operator: { key: values }` triple of a Condition block. */
export type Condition = {
  /** As written, with set prefix and `IfExists`: `ForAnyValue:StringLike`. */
  readonly operator: string;
  readonly key: string;
  readonly values: readonly string[];
};

export type Statement = {
  readonly sid: string | null;
  readonly effect: "Allow" | "Deny";
  readonly principals: Principals;
  /** `true` for NotPrincipal: the statement is about everyone but these. */
  readonly exceptPrincipals: boolean;
  readonly actions: readonly string[];
  /** `true` for NotAction. */
  readonly exceptActions: boolean;
  readonly conditions: readonly Condition[];
};

/** A role's trust policy (IAM's AssumeRolePolicyDocument), read. */
export type TrustPolicy = {
  /** `${variables}` mean something in 2012-10-17 only. */
  readonly version: "2012-10-17" | "2008-10-17";
  readonly statements: readonly Statement[];
};
