import type { Partition } from "#lib/aws/partition";

/** Which `sub` or NameID may come: patterns with `*`, or exact texts; `null` lets everybody of the provider. */
export type Subjects = {
  readonly operator: "StringLike" | "StringEquals";
  readonly values: readonly string[];
} | null;

/** What reaches AWS as proof, by path. What a person's own proof holds is the identity provider's doing. */
export type Proof =
  | {
      readonly via: "portal-oidc" | "idp-oidc";
      /** As IAM names it: host and path, a trailing slash included. */
      readonly provider: string;
      /** The token's `azp` where it has one, else its `aud`. */
      readonly audience: string;
      readonly subjects: Subjects;
    }
  | {
      readonly via: "portal-saml" | "idp-saml";
      readonly provider: string;
      /** Where the assertion is addressed to. */
      readonly recipient: string;
      /** The entityID of who signs; `null` when it is not known. */
      readonly issuer: string | null;
      readonly subjects: Subjects;
    }
  | {
      readonly via: "assume-role";
      /** User or role that makes the call: the portal's own, or the hub role that it goes through. */
      readonly principalArn: string;
      readonly externalId: string | null;
      /** Whether the call carries an MFA code. */
      readonly mfa: boolean;
    }
  | {
      readonly via: "session-token";
      /** The IAM users' account; `null` is the role's own. */
      readonly userAccountId: string | null;
      readonly externalId: string | null;
      readonly maxMfaAgeSeconds: number;
    };

/** A `value` is the same for everybody; `null` depends on the person. Not `required`: it may be left out. */
export type PlannedTag = { readonly key: string; readonly value: string | null; readonly required: boolean };

/** `listed`: these keys come and no others. */
export type TagPlan =
  | { readonly kind: "none" | "any" }
  | {
      readonly kind: "listed";
      readonly tags: readonly PlannedTag[];
      readonly transitiveKeys: readonly string[];
    };

/** Whom a role trusts for what. */
export type TrustPlan = {
  readonly proof: Proof;
  readonly tags: TagPlan;
  /** `allowed`: it may come, and its absence is no reason to refuse. */
  readonly sourceIdentity: "none" | "allowed" | "required";
  /** What every session name begins with; empty when nothing is known. */
  readonly sessionNamePrefix: string;
};

export type RolePlan = {
  /** Without its path. */
  readonly name: string;
  /** `/`, or `/team/payments/`. */
  readonly path: string;
  readonly description: string;
  /** 3600 to 43200: IAM API Reference, CreateRole. */
  readonly maxSessionSeconds: number;
  readonly trust: TrustPlan;
};

export type OidcProviderPlan = { readonly provider: string; readonly clientIds: readonly string[] };

export type SamlProviderPlan = {
  readonly name: string;
  /** The document itself, where the portal holds it. */
  readonly metadata: string | null;
  /** Where the document is fetched from. */
  readonly metadataUrl: string | null;
};

/** The portal's IAM user, for `federation-token`. */
export type UserPlan = { readonly name: string; readonly tags: TagPlan };

/** Everything that one account needs to let the portal in. */
export type SetUp = {
  readonly portalUrl: string;
  readonly partition: Partition;
  readonly accountId: string;
  readonly accountName: string;
  readonly oidcProviders: readonly OidcProviderPlan[];
  readonly samlProviders: readonly SamlProviderPlan[];
  readonly roles: readonly RolePlan[];
  readonly user: UserPlan | null;
};
