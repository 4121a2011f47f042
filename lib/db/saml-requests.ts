import "server-only";
import type { PrismaClient } from "./generated/client";

/** What a SAML request was sent for: to sign somebody in, for an assertion addressed to AWS, or to log out. */
export const SAML_PURPOSES = ["sign-in", "aws", "logout"] as const;
export type SamlPurpose = (typeof SAML_PURPOSES)[number];

export type SamlRequestRow = {
  readonly id: string;
  readonly relayState: string;
  readonly idp: string;
  readonly purpose: SamlPurpose;
  /** next-auth's state and PKCE challenge, for a sign-in that it began. */
  readonly state: string | null;
  readonly codeChallenge: string | null;
  readonly sessionId: string | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
};

export async function saveSamlRequest(db: PrismaClient, row: SamlRequestRow): Promise<void> {
  await db.samlRequest.create({ data: row, select: { id: true } });
}

/** The request that this RelayState belongs to. It stays until its answer is accepted, or until its time is over. */
export async function findSamlRequest(db: PrismaClient, relayState: string, now: Date): Promise<SamlRequestRow | null> {
  const row = await db.samlRequest.findUnique({ where: { relayState } });
  if (row === null || row.expiresAt <= now) return null;
  const purpose = SAML_PURPOSES.find((known) => known === row.purpose);
  return purpose === undefined ? null : { ...row, purpose };
}

export type Consumption = {
  readonly idp: string;
  /** Ids of the response and of the assertion; an IdP may use one and the same. */
  readonly messageIds: readonly string[];
  /** Null for an unsolicited response. */
  readonly requestId: string | null;
  readonly keepUntil: Date;
};

/**
 * Takes a verified response out of circulation: the request it answers and the ids it carries, in one transaction, so
 * that of any number of deliveries, on any number of instances, one wins. False for all the others.
 * A loser's partial marks stay: they only refuse more. Replay is refused here and nowhere else; AWS has no such cache (its own answers accept a second use).
 */
export async function consumeSamlResponse(db: PrismaClient, { idp, ...given }: Consumption): Promise<boolean> {
  const messageIds = [...new Set(given.messageIds)];
  return db.$transaction(async (tx) => {
    const data = messageIds.map((messageId) => ({ idp, messageId, expiresAt: given.keepUntil }));
    const { count } = await tx.samlReplay.createMany({ data, skipDuplicates: true });
    if (count !== messageIds.length) return false;
    if (given.requestId === null) return true;
    const removed = await tx.samlRequest.deleteMany({ where: { id: given.requestId, idp } });
    return removed.count === 1;
  });
}
