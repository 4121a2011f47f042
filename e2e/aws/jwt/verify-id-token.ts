import { compactVerify } from "jose";
import type { ParsedRoleArn } from "#lib/aws/arn";
import { buildOidcProviderArn } from "#lib/aws/arn";
import type { OidcProvider } from "../estate";
import { invalidIdentityToken, isRefusal, type Refusal, refuse } from "../refusal";
import type { Sandbox } from "../sandbox";
import { type Claims, type DecodedToken, decodeToken } from "./decode-token";
import type { SigningKey } from "./provider-keys";
import { resolveAudience } from "./resolve-audience";
import { checkTimes } from "./token-times";

export type VerifiedToken = {
  readonly provider: OidcProvider;
  readonly issuer: string;
  readonly subject: string;
  /** `azp` when there is one, else `aud`. */
  readonly audience: string;
  /** The token's `aud` when `azp` took its place. */
  readonly oaud: readonly string[];
  readonly amr: readonly string[];
  readonly email: readonly string[];
  readonly claims: Claims;
};

const NO_KEY =
  "Couldn't retrieve verification key from your identity provider,  please reference AssumeRoleWithWebIdentity documentation for requirements";
const INVALID =
  "The web identity token provided could not be validated. See the AssumeRoleWithWebIdentity documentation for requirements.";
const REQUIRED = ["iss", "sub", "aud", "iat", "exp"];

/** Guarantees a token that the provider of the role's account signed for a registered client, live within five minutes. */
export async function verifyIdToken(
  sandbox: Sandbox,
  role: ParsedRoleArn,
  text: string,
): Promise<VerifiedToken | Refusal> {
  const token = decodeToken(text);
  if (isRefusal(token)) return token;
  const missing = REQUIRED.find((claim) => token.claims[claim] === undefined);
  if (missing !== undefined) return invalidIdentityToken(`Missing a required claim: ${missing}`);

  const issuer = String(token.claims.iss);
  const provider = findProvider(sandbox, role, issuer);
  if (provider === undefined) {
    return invalidIdentityToken(`No OpenIDConnect provider found in your account for ${issuer}`);
  }
  const unproven = await checkSignature(sandbox, issuer, text, token);
  if (unproven) return unproven;
  const untimely = checkTimes(token.claims, sandbox.clock());
  if (untimely) return untimely;
  const audience = resolveAudience(token.claims);
  if (isRefusal(audience)) return audience;
  if (!provider.clientIds.includes(audience.audience)) return invalidIdentityToken(INVALID);
  const { amr, email, sub } = token.claims;
  return {
    provider,
    issuer,
    subject: String(sub),
    ...audience,
    amr: toList(amr),
    email: toList(email),
    claims: token.claims,
  };
}

/** The registered URL must equal `iss` to the letter, a slash at the end included. */
function findProvider(sandbox: Sandbox, role: ParsedRoleArn, issuer: string): OidcProvider | undefined {
  const provider = sandbox.estate.oidcProviders.get(buildOidcProviderArn({ ...role, provider: issuer }));
  return provider?.url === issuer ? provider : undefined;
}

async function checkSignature(
  sandbox: Sandbox,
  issuer: string,
  text: string,
  token: DecodedToken,
): Promise<Refusal | null> {
  const key = await findKey(sandbox, issuer, token);
  if (isRefusal(key)) return key;
  try {
    await compactVerify(text, await key.forAlgorithm(token.alg), { algorithms: [token.alg] });
    return null;
  } catch {
    return invalidIdentityToken(INVALID);
  }
}

/** Asks the issuer once more before giving up: its keys may have rotated. */
async function findKey(sandbox: Sandbox, issuer: string, token: DecodedToken): Promise<SigningKey | Refusal> {
  try {
    for (const fresh of [false, true]) {
      const key = selectKey(await sandbox.keys.find(issuer, fresh), token);
      if (key !== null) return key;
    }
    return invalidIdentityToken(NO_KEY);
  } catch (error) {
    const timedOut = error instanceof Error && error.name === "TimeoutError";
    return timedOut
      ? refuse(400, "IDPCommunicationError", "Timed out while communicating with the identity provider")
      : invalidIdentityToken(NO_KEY);
  }
}

/** Without a kid only a single usable key will do. */
function selectKey(keys: readonly SigningKey[], token: DecodedToken): SigningKey | null {
  const usable = keys.filter((key) => key.kty === (token.alg.startsWith("RS") ? "RSA" : "EC"));
  if (token.kid !== null) return usable.find((key) => key.kid === token.kid) ?? null;
  return usable.length === 1 ? (usable[0] ?? null) : null;
}

function toList(claim: unknown): string[] {
  return (Array.isArray(claim) ? claim : [claim]).filter((value) => typeof value === "string");
}
