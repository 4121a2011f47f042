import { z } from "zod";
import type { IssuedCredentials } from "../issued-credentials";
import { isRefusal, type Refusal, refuse } from "../refusal";
import type { Finding } from "../request-log";
import type { Sandbox } from "../sandbox";

type Parameters = ReadonlyMap<string, string>;

const sessionSchema = z.strictObject({ sessionId: z.string(), sessionKey: z.string(), sessionToken: z.string() });
const VALID_FOR_MS = 15 * 60 * 1000;

const INVALID_CREDENTIALS = refuse(400, "InvalidCredentials", "Invalid credentials parameter");
const INCORRECT = refuse(400, "Incorrect", "The request sent by the client was syntactically incorrect.");

/**
 * `Action=getSigninToken`: temporary credentials for a token that opens the console within 15 minutes. Refuses
 * GetSessionToken's credentials altogether, and SessionDuration with chained or federated ones. IAM User Guide,
 * id_roles_providers_enable-console-custom-url.
 */
export function getSigninToken(
  parameters: Parameters,
  sandbox: Sandbox,
  note: (finding: Finding) => void,
): string | Refusal {
  const credentials = findCredentials(parameters.get("Session"), sandbox);
  if (isRefusal(credentials)) return credentials;
  const { accessKeyId, principal, expiresAt } = credentials;
  note({ callerArn: principal.arn, accessKeyId });
  const seconds = readSessionDuration(parameters.get("SessionDuration"), credentials, sandbox);
  if (isRefusal(seconds)) return seconds;
  const now = sandbox.clock().getTime();
  const sessionEndsAt = seconds === null ? expiresAt : new Date(now + seconds.value * 1000);
  note({ expiresAt: sessionEndsAt.toISOString(), ...(seconds ? { requestedDurationSeconds: seconds.value } : {}) });
  const token = sandbox.randomBytes(192).toString("base64url");
  sandbox.signinTokens.set(token, { accessKeyId, sessionEndsAt, validUntil: new Date(now + VALID_FOR_MS) });
  return token;
}

function findCredentials(session: string | undefined, sandbox: Sandbox): IssuedCredentials | Refusal {
  const sent = parseSession(session);
  if (sent === null) return INCORRECT;
  const credentials = sandbox.credentials.find(sent.sessionId);
  const sound =
    credentials !== null &&
    credentials.secretAccessKey === sent.sessionKey &&
    credentials.sessionToken === sent.sessionToken &&
    credentials.expiresAt > sandbox.clock() &&
    credentials.principal.kind !== "session-token";
  return sound ? credentials : INVALID_CREDENTIALS;
}

function parseSession(text: string | undefined): z.output<typeof sessionSchema> | null {
  try {
    return sessionSchema.safeParse(JSON.parse(text ?? "")).data ?? null;
  } catch {
    return null;
  }
}

function readSessionDuration(text: string | undefined, credentials: IssuedCredentials, sandbox: Sandbox) {
  if (text === undefined) return null;
  const { principal } = credentials;
  const role = sandbox.estate.roles.get(principal.roleArn ?? "");
  if (role === undefined || principal.chained || !/^\d{1,6}$/.test(text)) return INCORRECT;
  const value = Number(text);
  return value >= 900 && value <= role.maxSessionDurationSeconds ? { value } : INCORRECT;
}
