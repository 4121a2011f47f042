import "server-only";
import { createHash, timingSafeEqual } from "node:crypto";
import type { OAuthConfig } from "next-auth/providers/oauth";
import type { SamlProviderConfig } from "#lib/config/identity-provider-schema";
import { currentStorage } from "#lib/db/current";
import { consumeSignInCode, type SignInOutcome } from "#lib/db/sign-in-codes";
import { err, ok, type Result } from "#lib/result";
import { currentAttempt } from "./sign-in-attempt";

type CodeRefusal =
  | "code_missing"
  | "code_unknown"
  | "code_of_another_idp"
  | "state_mismatch"
  | "code_verifier_mismatch";

const equal = (a: string, b: string) => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

const challengeOf = (verifier: string) => createHash("sha256").update(verifier).digest("base64url");

export type CodeExchange = {
  readonly code: string | undefined;
  readonly returnedState: string | undefined;
  /** What the browser's own cookies say. */
  readonly state: string | undefined;
  readonly codeVerifier: string | undefined;
};

/**
 * Exchanges the code that the ACS minted. next-auth compares nothing itself where the token request is custom, so state
 * and PKCE (RFC 7636 4.6) are compared here, first, against the browser's cookies.
 */
export async function exchangeSamlCode(idp: string, given: CodeExchange): Promise<Result<SignInOutcome, CodeRefusal>> {
  const { code, state, returnedState, codeVerifier } = given;
  if (code === undefined || !/^[\w-]{43}$/.test(code)) return err("code_missing");
  const { db, sealer } = await currentStorage();
  const row = await consumeSignInCode(db, sealer, code, new Date());
  if (row === null) return err("code_unknown");
  if (row.idp !== idp) return err("code_of_another_idp");
  if (state === undefined || returnedState === undefined || !equal(state, returnedState)) return err("state_mismatch");
  if (row.state === null || !equal(row.state, state)) return err("state_mismatch");
  if (row.codeChallenge === null || codeVerifier === undefined) return err("code_verifier_mismatch");
  if (!equal(row.codeChallenge, challengeOf(codeVerifier))) return err("code_verifier_mismatch");
  return ok(row.outcome);
}

/**
 * A SAML identity provider, shown to next-auth as an OAuth provider whose authorization endpoint is the portal's own
 * login route and whose code the ACS mints, so that the cross-site POST to the ACS needs no cookie.
 */
export function samlProvider(provider: SamlProviderConfig, portalUrl: string): OAuthConfig<{ sub: string }> {
  const login = `${portalUrl}/api/saml/${provider.id}/login`;
  return {
    id: provider.id,
    name: provider.name,
    type: "oauth",
    clientId: "gatehouse",
    issuer: login,
    authorization: { url: login, params: { scope: "openid" } },
    checks: ["pkce", "state"],
    idToken: false,
    token: {
      url: login,
      request: async ({ params, checks }) => {
        const attempt = currentAttempt();
        const exchanged = await exchangeSamlCode(provider.id, {
          code: params.code,
          returnedState: params.state,
          state: checks.state,
          codeVerifier: checks.code_verifier,
        });
        if (!exchanged.ok) {
          attempt.refusal = exchanged.error;
          throw new Error(exchanged.error);
        }
        attempt.outcome = exchanged.value;
        return { tokens: {} };
      },
    },
    userinfo: { url: login, request: async () => ({ sub: currentAttempt().outcome?.identity.subject ?? "" }) },
    profile: (profile) => ({ id: profile.sub }),
  };
}
