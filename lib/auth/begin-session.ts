import "server-only";
import { randomUUID } from "node:crypto";
import type { LoadedConfig } from "#lib/config/load";
import { recordAuditEntry } from "#lib/db/audit-events";
import type { Storage } from "#lib/db/current";
import { saveProof } from "#lib/db/proofs";
import { hashReference, newReference } from "#lib/db/sealed";
import { saveSession } from "#lib/db/sessions";
import type { SignInOutcome } from "#lib/db/sign-in-codes";
import type { RequestContext } from "#lib/identity";

type Deps = { readonly config: LoadedConfig; readonly storage: Storage; readonly now: Date };

const earlier = (a: Date, b: Date | null) => (b !== null && b < a ? b : a);

/**
 * Makes the session of a verified sign-in and returns the reference for the cookie, which exists nowhere else. Each
 * sign-in gets a new one (OWASP ASVS 5, 7.2.4). It ends with `portal.sessionDuration`, or earlier where the IdP says so.
 */
export async function beginSession(outcome: SignInOutcome, context: RequestContext, deps: Deps): Promise<string> {
  const { config, storage, now } = deps;
  const id = randomUUID();
  const reference = newReference();
  const longest = new Date(now.getTime() + config.portal.sessionDuration * 1000);
  const { identity, nameId, sessionIndex } = outcome;
  await saveSession(storage.db, {
    id,
    tokenHash: hashReference(reference),
    identity,
    nameId,
    sessionIndex,
    address: context.address,
    userAgent: context.userAgent?.slice(0, 400) ?? null,
    createdAt: now,
    expiresAt: earlier(longest, outcome.notAfter),
  });
  for (const proof of outcome.proofs) await saveProof(storage.db, storage.sealer, { sessionId: id, ...proof });
  await recordAuditEntry(storage.query, {
    at: now,
    kind: "sign_in.succeeded",
    outcome: "granted",
    ...context,
    actor: identity,
    sessionId: id,
    role: null,
    detail: {
      groupCount: identity.groups.length,
      ...(identity.groupsProblem === null ? {} : { groupsProblem: identity.groupsProblem }),
    },
  });
  return reference;
}
