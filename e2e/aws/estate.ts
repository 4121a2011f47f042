import { createHash } from "node:crypto";
import { bareRoleName, buildOidcProviderArn, buildRoleArn, buildSamlProviderArn } from "#lib/aws/arn";
import type { Partition } from "#lib/aws/partition";
import { parseTrustPolicy } from "#lib/trust/parse-trust-policy";
import type { TrustPolicy } from "#lib/trust/policy";
import type { AwsAccountDescription, RoleDescription, SamlProviderDescription, UserDescription } from "./description";
import { EVERYTHING } from "./permissions/managed-policies";
import { parsePermissionPolicy } from "./permissions/parse-permission-policy";
import type { PermissionPolicy } from "./permissions/policy";

export type Account = { readonly id: string; readonly name: string; readonly partition: Partition };

export type Role = {
  readonly account: Account;
  readonly arn: string;
  /** `AROA…`, the same for the same ARN in every run. */
  readonly id: string;
  /** Without its path. */
  readonly name: string;
  readonly maxSessionDurationSeconds: number;
  readonly trustPolicy: TrustPolicy;
  readonly permissions: PermissionPolicy;
  /** As it was described. */
  readonly source: RoleDescription;
};

export type OidcProvider = {
  readonly account: Account;
  readonly arn: string;
  readonly url: string;
  readonly clientIds: readonly string[];
};
export type SamlProvider = {
  readonly account: Account;
  readonly arn: string;
  readonly source: SamlProviderDescription;
};
export type User = Omit<UserDescription, "permissions"> & {
  readonly account: Account;
  readonly arn: string;
  readonly id: string;
  readonly permissions: PermissionPolicy;
};

/** Everything that was registered, by the name under which a request asks for it. */
export type Estate = {
  /** As they are now: a test may change them. */
  readonly roles: Map<string, Role>;
  readonly rolesAtStart: ReadonlyMap<string, Role>;
  /** By ARN. */
  readonly oidcProviders: ReadonlyMap<string, OidcProvider>;
  readonly samlProviders: ReadonlyMap<string, SamlProvider>;
  /** The accounts' own managed policies, by ARN. */
  readonly policies: ReadonlyMap<string, PermissionPolicy>;
  /** By access key id. */
  readonly users: ReadonlyMap<string, User>;
};

/** Throws on a description that IAM would not have taken: a malformed trust policy, two roles of one name, a bad duration. */
export function buildEstate(descriptions: readonly AwsAccountDescription[]): Estate {
  const estate = {
    roles: new Map<string, Role>(),
    oidcProviders: new Map<string, OidcProvider>(),
    samlProviders: new Map<string, SamlProvider>(),
    policies: new Map<string, PermissionPolicy>(),
    users: new Map<string, User>(),
  };
  for (const description of descriptions) {
    const account = { id: description.id, name: description.name, partition: description.partition ?? "aws" };
    const place = { partition: account.partition, accountId: account.id };
    requireDistinctNames(description);
    for (const role of description.roles.map((each) => buildRole(account, each))) estate.roles.set(role.arn, role);
    for (const { url, clientIds } of description.oidcProviders ?? []) {
      const arn = buildOidcProviderArn({ ...place, provider: url });
      estate.oidcProviders.set(arn, { account, arn, url, clientIds });
    }
    for (const source of description.samlProviders ?? []) {
      const arn = buildSamlProviderArn({ ...place, provider: source.name });
      estate.samlProviders.set(arn, { account, arn, source });
    }
    for (const [name, document] of Object.entries(description.policies ?? {})) {
      const arn = `arn:${account.partition}:iam::${account.id}:policy/${name}`;
      estate.policies.set(arn, readPermissions(arn, document));
    }
    for (const user of (description.users ?? []).map((each) => buildUser(account, each))) {
      estate.users.set(user.accessKeyId, user);
    }
  }
  return { ...estate, rolesAtStart: new Map(estate.roles) };
}

/** IAM: a role's name is unique in its account whatever its path, and whatever its case. */
function requireDistinctNames(account: AwsAccountDescription): void {
  const names = account.roles.map((role) => bareRoleName(role.name).toLowerCase());
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  if (repeated !== undefined) throw new Error(`account ${account.id} has two roles named ${repeated}`);
}

function buildUser(account: Account, user: UserDescription): User {
  const arn = `arn:${account.partition}:iam::${account.id}:user/${user.name}`;
  return { ...user, account, arn, id: buildUniqueId("AIDA", arn), permissions: readPermissions(arn, user.permissions) };
}

function readPermissions(arn: string, document: object | undefined): PermissionPolicy {
  if (document === undefined) return EVERYTHING;
  const policy = parsePermissionPolicy(document);
  if (!policy.ok) throw new Error(`${arn}: permissions: ${policy.error}`);
  return policy.value;
}

/** Throws on a description that IAM would not have taken. */
export function buildRole(account: Account, role: RoleDescription): Role {
  const arn = buildRoleArn({ partition: account.partition, accountId: account.id, roleName: role.name });
  const trustPolicy = parseTrustPolicy(role.trustPolicy);
  if (!trustPolicy.ok)
    throw new Error(`${arn}: trust policy: ${trustPolicy.error.path} ${trustPolicy.error.message.code}`);
  const seconds = role.maxSessionDurationSeconds ?? 3600;
  if (!(seconds >= 3600 && seconds <= 43_200)) throw new Error(`${arn}: MaxSessionDuration is 3600 to 43200`);
  return {
    account,
    arn,
    id: buildUniqueId("AROA", arn),
    name: bareRoleName(role.name),
    maxSessionDurationSeconds: seconds,
    trustPolicy: trustPolicy.value,
    permissions: readPermissions(arn, role.permissions),
    source: role,
  };
}

const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** Ids as IAM makes them: a prefix for the kind and 17 letters and digits. */
function buildUniqueId(prefix: string, arn: string): string {
  const digest = createHash("sha256").update(arn).digest();
  return prefix + Array.from(digest.subarray(0, 17), (byte) => BASE32[byte % 32]).join("");
}
