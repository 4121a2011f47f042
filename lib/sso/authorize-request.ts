import type { CliClient } from "./cli-client";
import { isChallenge } from "./pkce";
import { isRegistered, parseRedirectUri } from "./redirect-uri";

type Query = Readonly<Record<string, string | readonly string[] | undefined>>;

/** What a program asks for at `/authorize`, when there is nothing wrong with it. */
export type AuthorizeRequest = {
  readonly client: CliClient;
  readonly redirectUri: string;
  readonly state: string;
  readonly codeChallenge: string;
};

export type AuthorizeOutcome =
  /** Nobody knows whom an answer would reach: the person is told, and the browser goes nowhere (RFC 6749, 4.1.2.1). */
  | { readonly kind: "untrusted"; readonly reason: "authorize_client_unknown" | "authorize_redirect_invalid" }
  | { readonly kind: "refused"; readonly location: string }
  | { readonly kind: "asked"; readonly request: AuthorizeRequest };

/** A parameter that comes twice counts as none (RFC 6749, 3.1). */
const one = (query: Query, name: string): string => {
  const value = query[name];
  return typeof value === "string" ? value : "";
};

/** The program's own address with the answer in its query; `state` as it came. */
export function answerAddress(redirectUri: string, answer: Readonly<Record<string, string>>): string {
  const url = new URL(redirectUri);
  for (const [name, value] of Object.entries(answer)) if (value !== "") url.searchParams.set(name, value);
  return url.href;
}

function findProblem(query: Query, client: CliClient): string | null {
  if (one(query, "response_type") !== "code") return "unsupported_response_type";
  if (client.grantTypes !== null && !client.grantTypes.includes("authorization_code")) return "unauthorized_client";
  // PKCE with S256, or nothing: RFC 9700, 2.1.1. Without a state the program could not tell its own answer from another.
  const isBound = one(query, "code_challenge_method") === "S256" && isChallenge(one(query, "code_challenge"));
  const state = one(query, "state");
  return isBound && state.length > 0 && state.length <= 512 ? null : "invalid_request";
}

/** Reads the query of `/authorize`. The scope parameter is called `scopes` by AWS's clients, and changes nothing. */
export function parseAuthorize(query: Query, findClient: (clientId: string) => CliClient | null): AuthorizeOutcome {
  const clientId = one(query, "client_id");
  const client = clientId === "" || clientId.length > 4096 ? null : findClient(clientId);
  if (client === null) return { kind: "untrusted", reason: "authorize_client_unknown" };
  const redirectUri = one(query, "redirect_uri");
  if (parseRedirectUri(redirectUri) === null || !isRegistered(redirectUri, client.redirectUris))
    return { kind: "untrusted", reason: "authorize_redirect_invalid" };
  const state = one(query, "state").slice(0, 512);
  const error = findProblem(query, client);
  if (error !== null) return { kind: "refused", location: answerAddress(redirectUri, { error, state }) };
  return { kind: "asked", request: { client, redirectUri, state, codeChallenge: one(query, "code_challenge") } };
}
