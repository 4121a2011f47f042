import { isPartition, partitionOfRegion } from "#lib/aws/partition";
import { parseDuration } from "./durations";
import type { Outline, OutlineAccount, OutlineRole } from "./outline";
import type { ConfigPath, Finding } from "./problem";

/** Keys that mean something on one path only. */
const ASSUME_ROLE_ONLY = ["hubRole", "hubExternalId", "mfaSerial"] as const;

function checkMisplaced(role: OutlineRole, path: ConfigPath): Finding[] {
  if (role.via === "assume-role" || role.via === undefined) return [];
  return ASSUME_ROLE_ONLY.filter((key) => role[key] !== undefined).map((key) => ({
    path: [...path, key],
    message: `is only sent with via: assume-role, and this role has via: ${role.via}; remove it`,
  }));
}

/** GetFederationToken: no session policy, no permissions; no source identity, no transitive tags (STS API Reference). */
function checkFederationToken(role: OutlineRole, path: ConfigPath): Finding[] {
  if (role.via !== "federation-token") return [];
  const findings: Finding[] = [];
  if (role.policy === undefined && role.policyArns.length === 0) {
    findings.push({ path, message: "needs policy or policyArns: without one a federated user may do nothing" });
  }
  for (const key of ["sourceIdentity", "transitiveTags"] as const) {
    const given = role[key];
    if (given === undefined || given.length === 0) continue;
    findings.push({ path: [...path, key], message: "is not sent by GetFederationToken; remove it" });
  }
  return findings;
}

const TWELVE_HOURS = 12 * 3600;

function checkLongest(role: OutlineRole, path: ConfigPath): Finding[] {
  if (role.via === "federation-token") return [];
  const max = parseDuration(role.maxDuration);
  if (max === null || max <= TWELVE_HOURS) return [];
  return [
    { path: [...path, "maxDuration"], message: "is at most 12h for a role; only federation-token has up to 36h" },
  ];
}

function checkPartitions(role: OutlineRole, account: OutlineAccount, path: ConfigPath, common: string): Finding[] {
  const partition = account.partition ?? partitionOfRegion(account.region ?? common);
  return (["hubRole", "mfaSerial"] as const).flatMap((key) => {
    const named = /^arn:([a-z-]+):/.exec(role[key] ?? "")?.[1];
    if (named === undefined || named === partition) return [];
    const what = isPartition(named) ? `lies in partition ${named}` : `names no partition that the portal knows`;
    return [{ path: [...path, key], message: `${what}, and the account in ${partition}` }];
  });
}

function checkReason(role: OutlineRole, path: ConfigPath): Finding[] {
  const tag = role.reason === undefined ? undefined : (role.reason.tag ?? "Reason");
  const taken = Object.keys(role.tags).find((key) => key.toLowerCase() === tag?.toLowerCase());
  if (taken === undefined) return [];
  return [
    { path: [...path, "reason", "tag"], message: `is one of this role's tags already (${taken}); choose another` },
  ];
}

function checkHub(role: OutlineRole, path: ConfigPath): Finding[] {
  if (role.hubRole !== undefined || role.hubExternalId === undefined) return [];
  return [{ path: [...path, "hubExternalId"], message: "has no hubRole to be sent to; add it, or write externalId" }];
}

/** Roles that keys are used for, and what only some paths can send. */
export function checkSignedRoles(outline: Outline): Finding[] {
  return outline.access.accounts.flatMap((account, at) =>
    account.roles.flatMap((role, index) => {
      const path = ["access", "accounts", at, "roles", index];
      const checks = [checkMisplaced, checkFederationToken, checkLongest, checkReason, checkHub];
      const common = outline.aws.region ?? "us-east-1";
      return [...checks.flatMap((check) => check(role, path)), ...checkPartitions(role, account, path, common)];
    }),
  );
}
