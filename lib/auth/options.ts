import "server-only";
import type { NextAuthOptions } from "next-auth";
import type { LoadedConfig } from "#lib/config/load";
import type { Storage } from "#lib/db/current";
import { log } from "#lib/log";
import { beginSession } from "./begin-session";
import { oidcProvider } from "./oidc-provider";
import { samlProvider } from "./saml-provider";
import { sessionCookie } from "./session-cookie";
import { currentAttempt, signInAttempts } from "./sign-in-attempt";
import { classifyCallbackError } from "./sign-in-refusal";
import { renewsTokensOf } from "./verify-oidc-sign-in";

const providersOf = (config: LoadedConfig) =>
  config.identityProviders.map((provider) =>
    provider.type === "saml"
      ? samlProvider(provider, config.portal.url)
      : oidcProvider(provider, renewsTokensOf(config, provider.id)),
  );

/** next-auth logs errors whole, tokens and profiles included. Only the class of the refusal is kept. */
const logger: NonNullable<NextAuthOptions["logger"]> = {
  error: (code, metadata) => {
    const attempt = signInAttempts.getStore();
    const error = metadata instanceof Error ? metadata : metadata.error;
    const refusal = classifyCallbackError(code, error);
    if (attempt !== undefined) attempt.refusal ??= refusal;
    log.warn({ code, refusal, requestId: attempt?.context.requestId }, "sign-in did not complete");
  },
  warn: (code) => log.warn({ code }, "next-auth"),
  debug: () => undefined,
};

/**
 * next-auth for this portal. Its "JWT" is not one: the cookie holds the bare reference of a session row, made when a
 * sign-in was verified (`jwt` callback) and looked up by `lib/auth/session` at each request. There is no adapter, since
 * next-auth's would link a second identity to whoever is signed in.
 */
export function authOptions(config: LoadedConfig, storage: Storage): NextAuthOptions {
  const cookie = sessionCookie(config.portal.url);
  return {
    secret: storage.authSecret,
    useSecureCookies: cookie.options.secure,
    cookies: { sessionToken: cookie },
    providers: providersOf(config),
    session: { strategy: "jwt", maxAge: config.portal.sessionDuration },
    jwt: { encode: ({ token }) => String(token?.reference ?? ""), decode: () => null },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    callbacks: {
      signIn: () => currentAttempt().outcome !== null,
      jwt: async () => {
        const { outcome, context } = currentAttempt();
        if (outcome === null) throw new Error("a session without a verified sign-in");
        return { reference: await beginSession(outcome, context, { config, storage, now: new Date() }) };
      },
    },
    logger,
  };
}
