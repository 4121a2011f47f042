import "server-only";
import { type SamlRequestRow, saveSamlRequest } from "#lib/db/saml-requests";
import { newReference } from "#lib/db/sealed";
import { inSeconds } from "./in-seconds";
import type { Portal } from "./portal";
import { newSamlId } from "./saml-id";

type Opening = Pick<SamlRequestRow, "idp" | "purpose"> & {
  readonly seconds: number;
  readonly state?: string;
  readonly codeChallenge?: string;
  readonly sessionId?: string;
};

/** Remembers a SAML request before it is sent: its answer counts only with the RelayState and the id that are made here. */
export async function openSamlRequest(portal: Portal, opening: Opening) {
  const now = portal.now();
  const requestId = newSamlId();
  const relayState = newReference();
  const { idp, purpose, seconds, state = null, codeChallenge = null, sessionId = null } = opening;
  await saveSamlRequest(portal.storage.db, {
    id: requestId,
    relayState,
    idp,
    purpose,
    state,
    codeChallenge,
    sessionId,
    createdAt: now,
    expiresAt: inSeconds(now, seconds),
  });
  return { requestId, relayState, now };
}
