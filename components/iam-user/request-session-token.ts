import { isUnscoped } from "#lib/session-policy/is-unscoped";
import { type Reply, readClockOffset } from "../credentials/request-credentials";
import type { SessionChoices } from "./use-session-choices";

/** What was typed. It is in the fields and in the body of one request, and nowhere else. */
export type TypedKey = {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly mfaCode: string;
};

function toBody(choices: SessionChoices, key: TypedKey): string {
  const { role, device, reason, scope, partition, durationSeconds } = choices;
  const named = role === null ? {} : { role: { accountId: role.accountId, roleName: role.roleName } };
  const given = reason === "" ? {} : { reason };
  const narrowed = isUnscoped(scope) ? {} : { scope };
  return JSON.stringify({ ...key, mfaDevice: device, partition, durationSeconds, ...named, ...given, ...narrowed });
}

/** Asks the portal, once, for a session. Null when no answer came or it was not JSON. */
export async function requestSessionToken(
  choices: SessionChoices,
  key: TypedKey,
  signal: AbortSignal,
): Promise<Reply | null> {
  try {
    const response = await fetch("/api/session-token", {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json" },
      body: toBody(choices, key),
      cache: "no-store",
      credentials: "same-origin",
      redirect: "error",
      signal,
    });
    const body: unknown = await response.json();
    return { status: response.status, body, clockOffsetMs: readClockOffset(response.headers.get("date"), Date.now()) };
  } catch {
    return null;
  }
}
