import "server-only";
import type { PrismaClient, TrustPolicy as Row } from "./generated/client";

export type StoredTrustPolicy = {
  readonly roleArn: string;
  /** As it was pasted, or as IAM answered it, decoded. */
  readonly document: string;
  readonly source: "pasted" | "read";
  /** Null: not known, since what is pasted does not say it. */
  readonly maxSessionDurationSeconds: number | null;
  /** Who pasted it, or whose request it was read for. */
  readonly by: { readonly idp: string; readonly subject: string; readonly email: string | null };
  readonly at: Date;
};

/** What is known of these roles' trust policies, by the role's ARN. */
export async function findTrustPolicies(
  db: PrismaClient,
  roleArns: readonly string[],
): Promise<ReadonlyMap<string, StoredTrustPolicy>> {
  const rows = await db.trustPolicy.findMany({ where: { roleArn: { in: [...roleArns] } } });
  return new Map(rows.map((row) => [row.roleArn, toStored(row)]));
}

export async function findTrustPolicy(db: PrismaClient, roleArn: string): Promise<StoredTrustPolicy | null> {
  return (await findTrustPolicies(db, [roleArn])).get(roleArn) ?? null;
}

/** In place of what was known of the role before. */
export async function saveTrustPolicy(db: PrismaClient, policy: StoredTrustPolicy): Promise<void> {
  const { roleArn, by, ...rest } = policy;
  const columns = { ...rest, idp: by.idp, subject: by.subject, email: by.email };
  await db.trustPolicy.upsert({
    where: { roleArn },
    create: { roleArn, ...columns },
    update: columns,
    select: { roleArn: true },
  });
}

function toStored({ roleArn, document, source, maxSessionDurationSeconds, at, ...by }: Row): StoredTrustPolicy {
  return {
    roleArn,
    document,
    source: source === "read" ? "read" : "pasted",
    maxSessionDurationSeconds,
    by: { idp: by.idp, subject: by.subject, email: by.email },
    at,
  };
}
