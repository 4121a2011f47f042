import { isRefusal, refuse } from "../refusal";
import { closeBrowserSession, findBrowserSession, openBrowserSession } from "./browser-session";
import { resolveDestination } from "./destination";
import { escapeHtml, sendPage } from "./html-page";
import { getSigninToken } from "./signin-token";
import type { ConsoleHandler } from "./visit";

const ISSUED_FOR_NOBODY = refuse(400, "InvalidSigninToken", "The sign-in token is not valid, or no longer.");

/** The federation endpoint. Errors are HTML with status 400, as AWS's are, never JSON. */
export const federation: ConsoleHandler = (visit, sandbox) => {
  const handler = Object.hasOwn(HANDLERS, visit.action) ? HANDLERS[visit.action] : undefined;
  return handler ? handler(visit, sandbox) : refuse(400, "InvalidAction", "The action is not valid.");
};

const answerSigninToken: ConsoleHandler = (visit, sandbox) => {
  const token = getSigninToken(visit.parameters, sandbox, visit.note);
  if (isRefusal(token)) return token;
  visit.response.writeHead(200, { "Content-Type": "application/json", "Cache-Control": "no-store" });
  visit.response.end(JSON.stringify({ SigninToken: token }));
  return null;
};

const login: ConsoleHandler = (visit, sandbox) => {
  const token = sandbox.signinTokens.get(visit.parameters.get("SigninToken") ?? "");
  const credentials = token ? sandbox.credentials.find(token.accessKeyId) : null;
  if (!token || !credentials || token.validUntil <= sandbox.clock()) return ISSUED_FOR_NOBODY;
  const { principal } = credentials;
  const destination = visit.parameters.get("Destination") ?? "";
  visit.note({ callerArn: principal.arn, destination, accessKeyId: token.accessKeyId });
  const location = resolveDestination(destination, principal.account.partition, sandbox.url);
  if (location === null) return refuse(400, "InvalidDestination", "The destination is not a console address.");
  const issuer = visit.parameters.get("Issuer") ?? "";
  if (findBrowserSession(visit.request, sandbox) !== null) return askToLogOut(visit, sandbox);
  const { accessKeyId, sessionEndsAt } = token;
  visit.note({ expiresAt: sessionEndsAt.toISOString() });
  const cookie = openBrowserSession({ accessKeyId, sessionEndsAt, issuer }, sandbox);
  // Beside its own cookie the console keeps who is signed in, for scripts: undocumented, and read by many.
  const userInfo = `aws-userInfo=${encodeURIComponent(JSON.stringify({ arn: principal.arn, alias: "" }))}; Path=/`;
  const cookies = [cookie, userInfo];
  visit.response.writeHead(302, { Location: location, "Set-Cookie": cookies, "Cache-Control": "no-store" });
  visit.response.end();
  return null;
};

/** A browser holds one console session; the real console says the same words. */
const askToLogOut: ConsoleHandler = (visit, sandbox) => {
  const again = `${sandbox.url}/federation?${new URLSearchParams(Array.from(visit.parameters))}`;
  const logOut = `/oauth?Action=logout&redirect_uri=${encodeURIComponent(again)}`;
  const link = `<a href="${escapeHtml(logOut)}">click here</a>`;
  visit.note({ destination: visit.parameters.get("Destination") ?? "" });
  sendPage(
    visit.response,
    400,
    "You must first log out",
    `<p>You must first log out before logging into a different AWS account.</p><p>To logout, ${link}</p>`,
  );
  return refuse(400, "LogOutFirst", "You must first log out before logging into a different AWS account.");
};

/** Ends the browser's session and leads on, to addresses of its own only. */
const logout: ConsoleHandler = (visit, sandbox) => {
  const wanted = visit.parameters.get("redirect_uri") ?? "";
  const own = URL.canParse(wanted) && new URL(wanted).origin === new URL(sandbox.url).origin;
  const cookie = closeBrowserSession(visit.request, sandbox);
  const location = own ? wanted : `${sandbox.url}/console`;
  visit.response.writeHead(302, { Location: location, "Set-Cookie": cookie, "Cache-Control": "no-store" });
  visit.response.end();
  return null;
};

const HANDLERS: Readonly<Record<string, ConsoleHandler>> = { getSigninToken: answerSigninToken, login, logout };
