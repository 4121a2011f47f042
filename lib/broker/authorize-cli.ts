import "server-only";
import { saveAuthorizationCode } from "#lib/db/authorization-codes";
import { newReference } from "#lib/db/sealed";
import type { Caller } from "#lib/identity";
import { err, ok, type Result } from "#lib/result";
import { type AuthorizeOutcome, answerAddress, parseAuthorize } from "#lib/sso/authorize-request";
import { findClient } from "#lib/sso/cli-client";
import { AUTHORIZATION_CODE_SECONDS } from "#lib/sso/token-life";
import { recordCli } from "./cli-audit";
import { describeReach } from "./device-approval";
import { currentPortal, type Portal } from "./portal";

type Query = Parameters<typeof parseAuthorize>[0];

export type AuthorizeRefusalCode = "authorize_client_unknown" | "authorize_redirect_invalid";

/** What the person decides about; the program listens on the machine that their browser runs on. */
export type AuthorizeView = {
  readonly clientName: string;
  /** What the page sends back with the person's word. */
  readonly fields: Readonly<Record<string, string>>;
} & ReturnType<typeof describeReach>;

const parse = (portal: Portal, query: Query): AuthorizeOutcome =>
  parseAuthorize(query, (clientId) => findClient(portal.storage.sealer, clientId, portal.now()));

const FIELDS = ["response_type", "client_id", "redirect_uri", "state", "code_challenge_method", "code_challenge"];

const fieldsOf = (query: Query): Readonly<Record<string, string>> =>
  Object.fromEntries(
    FIELDS.flatMap((name) => {
      const value = query[name];
      return typeof value === "string" ? [[name, value]] : [];
    }),
  );

export type Authorize =
  | { readonly kind: "untrusted"; readonly reason: AuthorizeRefusalCode }
  | { readonly kind: "refused"; readonly location: string }
  | ({ readonly kind: "asked" } & AuthorizeView);

/** Reads a request at `/authorize`. It gives nothing: a person decides. */
export async function describeAuthorize(caller: Caller, query: Query): Promise<Authorize> {
  const portal = await currentPortal();
  const outcome = parse(portal, query);
  if (outcome.kind !== "asked") return outcome;
  const { client } = outcome.request;
  return { kind: "asked", clientName: client.name, fields: fieldsOf(query), ...describeReach(portal, caller) };
}

/** The person's word, and where their browser takes it: the program's own address, with a code or with the refusal. */
export async function decideAuthorize(
  caller: Caller,
  query: Query,
  decision: "allowed" | "refused",
): Promise<Result<string, AuthorizeRefusalCode>> {
  const portal = await currentPortal();
  const outcome = parse(portal, query);
  if (outcome.kind === "untrusted") return err(outcome.reason);
  if (outcome.kind === "refused") return ok(outcome.location);
  const { client, redirectUri, state, codeChallenge } = outcome.request;
  const asked = { clientName: client.name };
  if (decision === "refused") {
    await recordCli(portal, caller, "cli.refused", caller.session, { ...asked, reason: "refused_by_person" });
    return ok(answerAddress(redirectUri, { error: "access_denied", state }));
  }
  const code = newReference();
  await recordCli(portal, caller, "cli.authorized", caller.session, asked);
  await saveAuthorizationCode(portal.storage.db, code, {
    clientId: client.id,
    clientName: client.name,
    renewable: client.renewable,
    redirectUri,
    codeChallenge,
    sessionId: caller.session.id,
    expiresAt: new Date(portal.now().getTime() + AUTHORIZATION_CODE_SECONDS * 1000),
  });
  return ok(answerAddress(redirectUri, { code, state }));
}
