import { z } from "zod";
import { err, ok, type Result } from "#lib/result";
import type { OidcRefusal } from "./oidc-errors";
import type { Registration } from "./requests";
import { REGISTRATION_SECONDS } from "./token-life";

/** Seals a text so that only the portal makes one that opens (lib/db's sealer). */
export type TextSealer = {
  readonly seal: (plain: string, context: string) => Uint8Array;
  readonly unseal: (sealed: Uint8Array, context: string) => string | null;
};

/** A program as it registered itself. Its name is its own word for itself: shown as such, and believed by nobody. */
export type CliClient = {
  readonly id: string;
  readonly name: string;
  readonly redirectUris: readonly string[];
  /** Null: it named none, and may use any. */
  readonly grantTypes: readonly string[] | null;
  /** Whether it is given refresh tokens: it named the grant, or a scope, as profiles with `sso_session` do. */
  readonly renewable: boolean;
  readonly issuedAt: Date;
  readonly expiresAt: Date;
};

const sealedSchema = z.object({
  id: z.string(),
  name: z.string(),
  redirectUris: z.array(z.string()),
  grantTypes: z.array(z.string()).nullable(),
  renewable: z.boolean(),
  issuedAt: z.coerce.date(),
  expiresAt: z.coerce.date(),
});

const CLIENT = "cli-client";
const SECRET = "cli-client-secret";

const write = (sealer: TextSealer, text: string, context: string) =>
  Buffer.from(sealer.seal(text, context)).toString("base64url");
const read = (sealer: TextSealer, sealed: string, context: string) =>
  sealer.unseal(Buffer.from(sealed, "base64url"), context);

/**
 * Registers a program. Anybody may, as often as they like, so that nothing is stored of it: what it registered is sealed into
 * its id, and its secret is the id of that under another seal.
 */
export function issueClient(sealer: TextSealer, registration: Registration, id: string, now: Date) {
  const { clientName, redirectUris = [], grantTypes = null, scopes = [] } = registration;
  const client: CliClient = {
    id,
    name: clientName,
    redirectUris,
    grantTypes,
    renewable: grantTypes?.includes("refresh_token") ?? scopes.length > 0,
    issuedAt: now,
    expiresAt: new Date(now.getTime() + REGISTRATION_SECONDS * 1000),
  };
  return { client, clientId: write(sealer, JSON.stringify(client), CLIENT), clientSecret: write(sealer, id, SECRET) };
}

function parse(text: string | null): CliClient | null {
  return text === null ? null : sealedSchema.parse(JSON.parse(text));
}

/** The program that this id was given to, until its registration ends. */
export function findClient(sealer: TextSealer, clientId: string, now: Date): CliClient | null {
  const client = parse(read(sealer, clientId, CLIENT));
  return client !== null && client.expiresAt > now ? client : null;
}

const REFUSED = { name: "InvalidClientException", description: "The client is unknown or expired." } as const;

/** The same, who also knows the secret that came with the id. */
export function verifyClient(
  sealer: TextSealer,
  given: { readonly clientId: string; readonly clientSecret: string },
  now: Date,
): Result<CliClient, OidcRefusal> {
  const client = findClient(sealer, given.clientId, now);
  return client !== null && read(sealer, given.clientSecret, SECRET) === client.id ? ok(client) : err(REFUSED);
}
