import type { Partition } from "#lib/aws/partition";

/** An IAM OIDC identity provider: `url` with its scheme, as registered in IAM, and the audiences it accepts. */
export type OidcProviderDescription = {
  /** `https://host/path`. `http://127.0.0.1:PORT/path` is accepted by this stand-in alone; AWS insists on https. */
  readonly url: string;
  /** IAM's "audiences", at most 100. */
  readonly clientIds: readonly string[];
};

/** An IAM SAML provider: what AWS holds is a metadata document, here given or fetched when it is first needed. */
export type SamlProviderDescription = {
  readonly name: string;
} & ({ readonly metadataUrl: string } | { readonly metadataXml: string });

/** An IAM role. */
export type RoleDescription = {
  /** May hold a path: `path/Developer`. */
  readonly name: string;
  /** 3600 to 43200; 3600 when absent, as in IAM. */
  readonly maxSessionDurationSeconds?: number;
  /** The trust policy as the JSON document that IAM stores. */
  readonly trustPolicy: object;
  /** The identity policy, as the JSON document that IAM stores. Everything is allowed when absent. */
  readonly permissions?: object;
  /** What the role's permissions are called on the console page; AWS has no such field. */
  readonly description?: string;
};

/** An IAM user with an access key, for the calls that a long-lived principal makes. */
export type UserDescription = {
  readonly name: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** The identity policy, as the JSON document that IAM stores. Everything is allowed when absent. */
  readonly permissions?: object;
  /** The user's virtual MFA device: a caller proves it with the code this device shows, here always the same. */
  readonly mfa?: { readonly serialNumber: string; readonly code: string };
};

/** One AWS account of the stand-in. */
export type AwsAccountDescription = {
  /** 12 digits. */
  readonly id: string;
  readonly name: string;
  /** `aws` when absent. */
  readonly partition?: Partition;
  readonly oidcProviders?: readonly OidcProviderDescription[];
  readonly samlProviders?: readonly SamlProviderDescription[];
  readonly roles: readonly RoleDescription[];
  /** Managed policies of the account's own, by name: what session policies may refer to by ARN. */
  readonly policies?: Readonly<Record<string, object>>;
  readonly users?: readonly UserDescription[];
};
