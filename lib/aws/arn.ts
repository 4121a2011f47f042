import { err, ok, type Result } from "#lib/result";
import { isAccountId } from "./account-id";
import { isPartition, type Partition } from "./partition";

/** The ARN of an IAM role. Made here only, so that whoever holds one knows it is well formed. */
export type RoleArn = string & { readonly __brand: "RoleArn" };

export type ParsedRoleArn = {
  readonly arn: RoleArn;
  readonly partition: Partition;
  readonly accountId: string;
  /** As IAM shows it: `/` for none, else `/team/payments/`. */
  readonly path: string;
  /** Without the path. Case counts. */
  readonly roleName: string;
};

type InAccount = { readonly partition: Partition; readonly accountId: string };

// IAM's CreateRole: the name is 1 to 64 of these, the path up to 512 of U+0021 to U+007E.
const ROLE_NAME = /^[\w+=,.@-]{1,64}$/;
const PATH = /^[\x21-\x7e]{1,512}$/;
const MAX_ARN_LENGTH = 2048;

function isRoleArn(text: string): text is RoleArn {
  return splitRoleArn(text) !== null;
}

function splitRoleArn(text: string): Omit<ParsedRoleArn, "arn"> | null {
  if (text.length > MAX_ARN_LENGTH) return null;
  const [, partition = "", accountId = "", resource = ""] =
    /^arn:([a-z-]+):iam::(\d{12}):role\/(.+)$/s.exec(text) ?? [];
  if (!isPartition(partition)) return null;
  const nameAt = resource.lastIndexOf("/") + 1;
  const [path, roleName] = [`/${resource.slice(0, nameAt)}`, resource.slice(nameAt)];
  return PATH.test(path) && ROLE_NAME.test(roleName) ? { partition, accountId, path, roleName } : null;
}

/** Refuses everything but a role's ARN in a known partition; wildcards, other resources and further text included. */
export function parseRoleArn(text: string): Result<ParsedRoleArn, "role_arn_invalid"> {
  const parts = splitRoleArn(text);
  return parts !== null && isRoleArn(text) ? ok({ arn: text, ...parts }) : err("role_arn_invalid");
}

/** `roleName` may hold the path (`team/Developer`). Throws on parts that validation should have stopped. */
export function buildRoleArn(parts: InAccount & { readonly roleName: string }): RoleArn {
  const arn = `arn:${parts.partition}:iam::${parts.accountId}:role/${parts.roleName}`;
  if (!isRoleArn(arn)) throw new Error("not the parts of a role ARN");
  return arn;
}

type InAccountWithProvider = InAccount & { readonly provider: string | null };

/** Throws where the path has no IAM provider: asking then is a bug. */
function requireProvider(provider: string | null): string {
  if (provider === null) throw new Error("this path has no IAM provider");
  return provider;
}

/** `resource` is kind, path and name: `user/path/name`, or `root` for the account itself. Throws on what is no account id. */
export function buildIamArn(parts: InAccount, resource: string): string {
  if (!isAccountId(parts.accountId)) throw new Error("not an account id");
  return `arn:${parts.partition}:iam::${parts.accountId}:${resource}`;
}

/** `provider` is host and path, as IAM names it; a scheme in front is dropped. A trailing slash counts for IAM, so it stays. */
export function buildOidcProviderArn(parts: InAccountWithProvider): string {
  return buildIamArn(parts, `oidc-provider/${requireProvider(parts.provider).replace(/^https?:\/\//, "")}`);
}

export function buildSamlProviderArn(parts: InAccountWithProvider): string {
  return buildIamArn(parts, `saml-provider/${requireProvider(parts.provider)}`);
}

/** The ARN that STS answers with. The role's path is dropped there: STS API Reference, AssumedRoleUser. */
export function buildAssumedRoleArn(
  parts: InAccount & { readonly roleName: string; readonly sessionName: string },
): string {
  const name = bareRoleName(parts.roleName);
  return `arn:${parts.partition}:sts::${parts.accountId}:assumed-role/${name}/${parts.sessionName}`;
}

/** The session name of an assumed-role ARN: what stands behind its last slash, since neither part of it may hold one. */
export function sessionNameOf(assumedRoleArn: string): string {
  return assumedRoleArn.slice(assumedRoleArn.lastIndexOf("/") + 1);
}

/** `Developer` of `team/Developer`. */
export function bareRoleName(roleName: string): string {
  return roleName.slice(roleName.lastIndexOf("/") + 1);
}
