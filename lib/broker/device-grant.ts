import "server-only";
import { randomUUID } from "node:crypto";
import { consumeDeviceAuthorization, pollDeviceAuthorization } from "#lib/db/device-authorizations";
import { findLiveSessionById } from "#lib/db/sessions";
import { ok } from "#lib/result";
import { pollsTooFast } from "#lib/sso/token-life";
import { beginCliSignIn, finishCliSignIn } from "./cli-tokens";
import { type Grant, missing, refuse } from "./token-grant";
import { keepWaiting } from "./waiting-polls";

const EXPIRED = refuse("ExpiredTokenException", "The code is unknown, used or expired.");

/** RFC 8628, 3.4 and 3.5. Whatever is over is `expired`: the AWS CLI asks until it hears that. */
export const takeDeviceGrant: Grant = async (portal, context, client, { deviceCode, text }) => {
  if (deviceCode === undefined) return missing("deviceCode");
  const { db, query } = portal.storage;
  const at = portal.now();
  const row = await pollDeviceAuthorization(query, deviceCode, client.id, at);
  if (row === null || row.expiresAt <= at) return EXPIRED;
  if (row.decision === null) {
    const { userCode, expiresAt, polls } = row;
    keepWaiting(text, { userCode, expiresAt, polls, lastAt: at });
    return pollsTooFast({ number: polls, before: row.polledBefore, at })
      ? refuse("SlowDownException", "Poll more slowly.")
      : refuse("AuthorizationPendingException", "Nobody has decided yet.");
  }
  if (!(await consumeDeviceAuthorization(db, deviceCode))) return EXPIRED;
  if (row.decision === "refused") return refuse("AccessDeniedException", "The request was refused.");
  const session = row.sessionId === null ? null : await findLiveSessionById(db, row.sessionId, at);
  if (session === null) return EXPIRED;
  const signIn = { id: randomUUID(), session, client, kind: "device" as const };
  await beginCliSignIn(portal, context, signIn);
  return ok(await finishCliSignIn(portal, context, signIn));
};
