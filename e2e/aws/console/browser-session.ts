import type { IncomingMessage } from "node:http";
import type { IssuedCredentials } from "../issued-credentials";
import type { ConsoleSession, Sandbox } from "../sandbox";

/** Its own name: a cookie of 127.0.0.1 reaches every port there, the portal's too. */
const COOKIE = "sandbox-console";

export type OpenSession = { readonly session: ConsoleSession; readonly credentials: IssuedCredentials };

/** The browser's console session, unless it ended. */
export function findBrowserSession(request: IncomingMessage, sandbox: Sandbox): OpenSession | null {
  const session = sandbox.consoleSessions.get(readCookie(request));
  const credentials = session ? sandbox.credentials.find(session.accessKeyId) : null;
  return session && credentials && session.sessionEndsAt > sandbox.clock() ? { session, credentials } : null;
}

/** Remembers the session and answers the cookie that refers to it. */
export function openBrowserSession(session: ConsoleSession, sandbox: Sandbox): string {
  const id = sandbox.randomBytes(32).toString("base64url");
  sandbox.consoleSessions.set(id, session);
  return `${COOKIE}=${id}; Path=/; HttpOnly; SameSite=Lax`;
}

/** Forgets the session and answers the cookie that removes the old one. The credentials stay valid, as at AWS. */
export function closeBrowserSession(request: IncomingMessage, sandbox: Sandbox): string {
  sandbox.consoleSessions.delete(readCookie(request));
  return `${COOKIE}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0`;
}

function readCookie(request: IncomingMessage): string {
  const cookies = (request.headers.cookie ?? "").split(/; */).map((pair) => pair.split("="));
  return cookies.find(([name]) => name === COOKIE)?.[1] ?? "";
}
