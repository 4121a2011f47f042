import "server-only";
import { z } from "zod";
import type { Credentials } from "#lib/aws/credentials";
import { err, ok, type Result } from "#lib/result";

export type FederationRefusal = "console_federation_refused" | "console_federation_unavailable";

type SigninTokenRequest = {
  readonly endpoint: string;
  readonly credentials: Credentials;
  /** Seconds, 900 to 43,200; null where AWS allows none: chained roles and GetFederationToken (IAM User Guide, same page). */
  readonly sessionDurationSeconds: number | null;
  readonly fetch: typeof fetch;
  /** How long one attempt may take. Milliseconds; 10,000 unless told. */
  readonly timeoutMs?: number;
};

const TIMEOUT_MS = 10_000;

const answer = z.object({ SigninToken: z.string().min(1) });

function formOf({ credentials, sessionDurationSeconds }: SigninTokenRequest): URLSearchParams {
  const { accessKeyId, secretAccessKey, sessionToken } = credentials;
  const session = { sessionId: accessKeyId, sessionKey: secretAccessKey, sessionToken };
  const form = new URLSearchParams({ Action: "getSigninToken", Session: JSON.stringify(session) });
  if (sessionDurationSeconds !== null) form.set("SessionDuration", String(sessionDurationSeconds));
  return form;
}

async function post(request: SigninTokenRequest): Promise<Result<string, FederationRefusal>> {
  try {
    const response = await request.fetch(request.endpoint, {
      method: "POST",
      body: formOf(request),
      // Said aloud, since Next's fetch could keep answers on disk, and this one is a secret.
      cache: "no-store",
      redirect: "error",
      signal: AbortSignal.timeout(request.timeoutMs ?? TIMEOUT_MS),
    });
    // Refusals are HTML with status 400, so only a success is read. What then is no JSON came from something in between.
    if (response.status >= 500 || response.status === 429) return err("console_federation_unavailable");
    if (!response.ok) return err("console_federation_refused");
    const parsed = answer.safeParse(await response.json());
    return parsed.success ? ok(parsed.data.SigninToken) : err("console_federation_refused");
  } catch {
    return err("console_federation_unavailable");
  }
}

/**
 * Trades credentials for a sign-in token (IAM User Guide, "Enabling custom identity broker access to the AWS console").
 * By POST: session tokens outgrow what a URL takes. Refused with a duration, it is asked once more without: some
 * durations are not taken, and the console session then lasts as long as the credentials.
 */
export async function getSigninToken(request: SigninTokenRequest): Promise<Result<string, FederationRefusal>> {
  const first = await post(request);
  if (first.ok || first.error !== "console_federation_refused" || request.sessionDurationSeconds === null) return first;
  return post({ ...request, sessionDurationSeconds: null });
}
