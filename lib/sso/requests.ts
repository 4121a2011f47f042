import { z } from "zod";
import { err, ok, type Result } from "#lib/result";
import type { OidcErrorName, OidcRefusal } from "./oidc-errors";
import { parseRedirectUri } from "./redirect-uri";

export const DEVICE_GRANT = "urn:ietf:params:oauth:grant-type:device_code";
const GRANTS = ["authorization_code", "refresh_token", DEVICE_GRANT];

/** What the model does not list is left unread: clients of other years send more. */
const text = (max: number) => z.string().min(1).max(max);
/** Null is what some SDKs write for nothing. */
const absent = <T extends z.ZodType>(schema: T) => schema.nullish().transform((value) => value ?? undefined);

const registration = z.object({
  // Shown to a person who is to decide: no control, format or private characters, which could make it look like another.
  clientName: text(128).regex(/^[^\p{C}\p{Zl}\p{Zp}]+$/u),
  clientType: z.literal("public"),
  scopes: absent(z.array(text(200).regex(/^[\x21\x23-\x5b\x5d-\x7e]+$/)).max(30)),
  redirectUris: absent(z.array(z.string().refine((uri) => parseRedirectUri(uri) !== null)).max(10)),
  grantTypes: absent(z.array(z.enum(GRANTS)).max(10)),
});

export type Registration = z.output<typeof registration>;

const FIELD_ERRORS: Readonly<Record<string, OidcErrorName>> = {
  clientName: "InvalidClientMetadataException",
  clientType: "InvalidClientMetadataException",
  scopes: "InvalidScopeException",
  redirectUris: "InvalidRedirectUriException",
  grantTypes: "UnsupportedGrantTypeException",
};

export function parseRegistration(body: unknown): Result<Registration, OidcRefusal> {
  const parsed = registration.safeParse(body);
  if (parsed.success) return ok(parsed.data);
  const field = String(parsed.error.issues[0]?.path[0] ?? "");
  const name = FIELD_ERRORS[field] ?? "InvalidRequestException";
  return err({
    name,
    description: field === "" ? "The body is no JSON object." : `${field} is missing or not allowed.`,
  });
}

const credentials = { clientId: text(4096), clientSecret: text(1024) };

const deviceStart = z.object({ ...credentials, startUrl: text(2048) });

const tokenRequest = z.object({
  ...credentials,
  grantType: text(200),
  deviceCode: absent(text(1024)),
  code: absent(text(1024)),
  redirectUri: absent(text(1024)),
  codeVerifier: absent(text(1024)),
  refreshToken: absent(text(1024)),
});

export type TokenRequest = z.output<typeof tokenRequest>;

function parseWith<T>(schema: z.ZodType<T>, body: unknown): Result<T, OidcRefusal> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return ok(parsed.data);
  const field = String(parsed.error.issues[0]?.path[0] ?? "body");
  return err({ name: "InvalidRequestException", description: `${field} is missing or not allowed.` });
}

export const parseDeviceStart = (body: unknown) => parseWith(deviceStart, body);
export const parseTokenRequest = (body: unknown) => parseWith(tokenRequest, body);
