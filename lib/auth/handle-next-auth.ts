import "server-only";
import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { currentConfig } from "#lib/config/current";
import { currentStorage } from "#lib/db/current";
import { rememberIdp } from "./last-idp";
import { authOptions } from "./options";
import { refuseSignIn } from "./refuse-sign-in";
import { requestContext } from "./request-context";
import { type SignInAttempt, signInAttempts } from "./sign-in-attempt";

type RouteContext = { readonly params: Promise<{ nextauth: string[] }> };

/** What the portal uses of next-auth. Its session, sign-out and log endpoints are not offered. */
const ACTIONS = new Set(["signin", "callback", "csrf", "providers", "error"]);

/** Where next-auth sends somebody whose sign-in did not work: its own pages, or the ones named in their place. */
const ERROR_PATHS = new Set(["/sign-in", "/api/auth/error", "/api/auth/signin"]);

const asRefusal = (location: string, portalUrl: string): boolean => {
  if (!URL.canParse(location, portalUrl)) return false;
  const url = new URL(location, portalUrl);
  return url.origin === portalUrl && ERROR_PATHS.has(url.pathname);
};

/**
 * Runs next-auth for one request. A run that ends on its error page becomes a recorded refusal and the portal's own
 * notice, whichever of next-auth's many ways it took there.
 */
export async function handleNextAuth(request: NextRequest, route: RouteContext): Promise<Response> {
  const [action, idp] = (await route.params).nextauth;
  if (action === undefined || !ACTIONS.has(action)) return new Response("Not found", { status: 404 });
  const [config, storage] = await Promise.all([currentConfig(), currentStorage()]);
  const attempt: SignInAttempt = {
    context: requestContext(request.headers),
    idp: config.identityProviders.find((provider) => provider.id === idp)?.id ?? null,
    outcome: null,
    refusal: null,
  };
  return signInAttempts.run(attempt, async () => {
    const response: Response = await NextAuth(request, route, authOptions(config, storage));
    const mayFail = action === "callback" || action === "signin";
    if (mayFail && attempt.outcome === null && (await endsInError(response, config.portal.url)))
      return refuseSignIn(attempt, response.headers);
    if (attempt.outcome !== null) response.headers.append("set-cookie", rememberIdp(attempt.outcome.identity.idp));
    return response;
  });
}

/** The client library asks for JSON and gets the address in the body. */
async function endsInError(response: Response, portalUrl: string): Promise<boolean> {
  const location = response.headers.get("location");
  if (location !== null) return asRefusal(location, portalUrl);
  if (!response.headers.get("content-type")?.includes("json")) return false;
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => null);
  const url = typeof body === "object" && body !== null && "url" in body ? body.url : null;
  return typeof url === "string" && asRefusal(url, portalUrl);
}
