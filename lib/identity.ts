/** Why no groups were received although the sign-in itself is sound. Always ends in no roles, never in a default. */
export type GroupsProblem =
  | "groups_missing" // the claim or attribute is not there at all
  | "groups_overage" // Entra: too many groups for the token, a link was sent instead
  | "groups_malformed"; // neither a string nor a list of strings

/** A signed-in person, as one identity provider describes them. Identified by (idp, subject); e-mail links nothing. */
export type Identity = {
  /** `id` of the identity provider in the configuration. */
  readonly idp: string;
  readonly protocol: "saml" | "oidc";
  readonly subject: string;
  readonly email: string | null;
  readonly name: string | null;
  readonly groups: readonly string[];
  readonly groupsProblem: GroupsProblem | null;
  /** Every other claim or attribute as a list of strings, by its name on the wire. */
  readonly claims: Readonly<Record<string, readonly string[]>>;
};

/** Where a request came from, as audit rows and error pages name it. */
export type RequestContext = {
  readonly requestId: string;
  readonly address: string | null;
  readonly userAgent: string | null;
};

/** Somebody who is signed in, and the request they are making. What the use cases take first. */
export type Caller = RequestContext & {
  readonly session: {
    readonly id: string;
    readonly identity: Identity;
    readonly createdAt: Date;
    readonly expiresAt: Date;
  };
  /** The signed-in command line that asks in their name; absent for their browser. */
  readonly program?: { readonly signInId: string; readonly name: string };
  /** The lease that a container or a machine asks with in their name. */
  readonly lease?: { readonly id: string; readonly name: string };
};
