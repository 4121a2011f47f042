import { createHash } from "node:crypto";
import { bareRoleName, buildOidcProviderArn, buildRoleArn, buildSamlProviderArn } from "#lib/aws/arn";
import type { Partition } from "#lib/aws/partition";
import { parseTrustPolicy } from "#lib/trust/parse-trust-policy";
import type { TrustPolicy } from "#lib/trust/policy";
import type { AwsAccountDescription, RoleDescription, SamlProviderDescription, UserDescription } from "./description";

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
export type User = UserDescription & { readonly account: Account; readonly arn: string; readonly id: string };

/** Everything that was registered, by the name under which a request asks for it. */
export type Estate = {
  /** As they are now: a test may change them. */
  readonly roles: Map<string, Role>;
  readonly rolesAtStart: ReadonlyMap<string, Role>;
  /** By ARN. */
  readonly oidcProviders: ReadonlyMap<string, OidcProvider>;
  readonly samlProviders: ReadonlyMap<string, SamlProvider>;
  /** By access key id. */
  readonly users: ReadonlyMap<string, User>;
};

/** Throws on a description that IAM would not have taken: a malformed trust policy, two roles of one name, a bad duration. */
export function buildEstate(descriptions: readonly AwsAccountDescription[]): Estate {
  const estate = {
    roles: new Map<string, Role>(),
    oidcProviders: new Map<string, OidcProvider>(),
    samlProviders: new Map<string, SamlProvider>(),
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
    for (const user of description.users ?? []) {
      const arn = `arn:${account.partition}:iam::${account.id}:user/${user.name}`;
      estate.users.set(user.accessKeyId, { ...user, account, arn, id: buildUniqueId("AIDA", arn) });
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

/** Throws on a description that IAM would not have taken. */
export function buildRole(account: Account, role: RoleDescription): Role {
  const arn = buildRoleArn({ partition: account.partition, accountId: account.id, roleName: role.name });
  const trustPolicy = parseTrustPolicy(role.trustPolicy);
  if (!trustPolicy.ok) throw new Error(`${arn}: trust policy: ${trustPolicy.error.path} ${trustPolicy.error.message}`);
  const seconds = role.maxSessionDurationSeconds ?? 3600;
  if (!(seconds >= 3600 && seconds <= 43_200)) throw new Error(`${arn}: MaxSessionDuration is 3600 to 43200`);
  return {
    account,
    arn,
    id: buildUniqueId("AROA", arn),
    name: bareRoleName(role.name),
    maxSessionDurationSeconds: seconds,
    trustPolicy: trustPolicy.value,
    source: role,
  };
}

const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** Ids as IAM makes them: a prefix for the kind and 17 letters and digits. */
function buildUniqueId(prefix: string, arn: string): string {
  const digest = createHash("sha256").update(arn).digest();
  return prefix + Array.from(digest.subarray(0, 17), (byte) => BASE32[byte % 32]).join("");
}
