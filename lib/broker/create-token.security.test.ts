import { createHash, randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import type { Caller, RequestContext } from "#lib/identity";
import { DEVICE_GRANT } from "#lib/sso/requests";
import { decideAuthorize } from "./authorize-cli";
import { findCliCaller } from "./cli-caller";
import { registerCli, startDevice } from "./cli-register";
import { createToken } from "./create-token";
import { decideOnDevice } from "./device-approval";
import { portalWithSts } from "./fixtures/portal-with-sts";
import { inSeconds, signIn } from "./fixtures/test-portal";
import { endPortalSession } from "./portal-sessions";

const { portal, sts } = portalWithSts();

const VERIFIER = "v".repeat(64);
const CHALLENGE = createHash("sha256").update(VERIFIER).digest("base64url");
const REDIRECT = "http://127.0.0.1:49152/oauth/callback";
const STATE = "7e4c3f9a-0000-4000-8000-000000000000";

const cli = (): RequestContext => ({ requestId: randomUUID(), address: "198.51.100.7", userAgent: "aws-cli/2.9.19" });
const at = (seconds: number) => portal().use({ sts: sts().url, now: inSeconds(seconds) });

type Client = { readonly clientId: string; readonly clientSecret: string };

async function register(over: object = {}): Promise<Client> {
  const body = { clientName: "botocore-client-corp", clientType: "public", scopes: ["sso:account:access"], ...over };
  const registered = await registerCli(cli(), { redirectUris: ["http://127.0.0.1/oauth/callback"], ...body });
  if (!registered.ok) throw new Error(registered.error.name);
  return registered.value;
}

async function begin(client: Client) {
  const { clientId, clientSecret } = client;
  const started = await startDevice(cli(), { clientId, clientSecret, startUrl: "https://example.awsapps.com/start" });
  if (!started.ok) throw new Error(started.error.name);
  return started.value;
}

const poll = ({ clientId, clientSecret }: Client, deviceCode: string) =>
  createToken(cli(), { clientId, clientSecret, grantType: DEVICE_GRANT, deviceCode });

const renew = ({ clientId, clientSecret }: Client, refreshToken: string | undefined) =>
  createToken(cli(), { clientId, clientSecret, grantType: "refresh_token", refreshToken });

async function signCliIn(caller: Caller, client: Client) {
  const { deviceCode, userCode } = await begin(client);
  await decideOnDevice(caller, { userCode, decision: "allowed" });
  const tokens = await poll(client, deviceCode);
  if (!tokens.ok) throw new Error(tokens.error.name);
  return tokens.value;
}

async function authorize(caller: Caller, { clientId }: Client) {
  const query = { response_type: "code", client_id: clientId, redirect_uri: REDIRECT, state: STATE };
  const pkce = { code_challenge_method: "S256", code_challenge: CHALLENGE };
  const decided = await decideAuthorize(caller, { ...query, ...pkce }, "allowed");
  if (!decided.ok) throw new Error(decided.error);
  return new URL(decided.value).searchParams.get("code") ?? "";
}

const redeem = ({ clientId, clientSecret }: Client, code: string, over: object = {}) =>
  createToken(cli(), {
    clientId,
    clientSecret,
    grantType: "authorization_code",
    code,
    redirectUri: REDIRECT,
    codeVerifier: VERIFIER,
    ...over,
  });

const refusedWith = (name: string) => ({ ok: false, error: { name } });
const kindsOf = async () => {
  const rows = await portal().storage.db.auditEvent.findMany({ orderBy: { id: "asc" } });
  return rows.map(({ kind }) => kind);
};

beforeEach(async () => {
  await portal().storage.db.auditEvent.deleteMany();
  await portal().storage.db.rateCount.deleteMany();
});

describe("a device code", () => {
  test("waits, is allowed by a person, gives tokens once, and is expired from then on", async () => {
    const caller = await signIn(portal());
    const client = await register();
    const { deviceCode, userCode } = await begin(client);
    expect(await poll(client, deviceCode)).toMatchObject(refusedWith("AuthorizationPendingException"));
    expect(await poll(client, deviceCode)).toMatchObject(refusedWith("AuthorizationPendingException"));
    expect(await poll(client, deviceCode)).toMatchObject(refusedWith("SlowDownException"));
    await decideOnDevice(caller, { userCode, decision: "allowed" });
    const tokens = await poll(client, deviceCode);
    expect(tokens).toMatchObject({ ok: true, value: { tokenType: "Bearer", expiresIn: 3600 } });
    expect(await poll(client, deviceCode)).toMatchObject(refusedWith("ExpiredTokenException"));
    expect(await kindsOf()).toEqual(["cli.authorized", "cli.signed_in"]);
  });

  test("that a person refused is denied, once, and then gone", async () => {
    const caller = await signIn(portal());
    const client = await register();
    const { deviceCode, userCode } = await begin(client);
    await decideOnDevice(caller, { userCode, decision: "refused" });
    expect(await poll(client, deviceCode)).toMatchObject(refusedWith("AccessDeniedException"));
    expect(await poll(client, deviceCode)).toMatchObject(refusedWith("ExpiredTokenException"));
  });

  test("of twenty polls at once after the approval, one gives tokens", async () => {
    const caller = await signIn(portal());
    const client = await register();
    const { deviceCode, userCode } = await begin(client);
    await decideOnDevice(caller, { userCode, decision: "allowed" });
    const answers = await Promise.all(Array.from({ length: 20 }, () => poll(client, deviceCode)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test("that is unknown, expired, or another client's is expired: the AWS CLI polls until it hears that", async () => {
    const caller = await signIn(portal());
    const [client, other] = [await register(), await register()];
    const { deviceCode, userCode } = await begin(client);
    const EXPIRED = refusedWith("ExpiredTokenException");
    expect(await poll(client, "unknown")).toMatchObject(EXPIRED);
    expect(await poll(other, deviceCode)).toMatchObject(EXPIRED);
    at(601);
    expect(await poll(client, deviceCode)).toMatchObject(EXPIRED);
    expect(await decideOnDevice(caller, { userCode, decision: "allowed" })).toMatchObject({ ok: false });
  });

  test("allowed by somebody who signed out before it was fetched gives nothing", async () => {
    const caller = await signIn(portal());
    const client = await register();
    const { deviceCode, userCode } = await begin(client);
    await decideOnDevice(caller, { userCode, decision: "allowed" });
    await endPortalSession(at(1), caller, caller.session.id, "signed_out");
    expect(await poll(client, deviceCode)).toMatchObject(refusedWith("ExpiredTokenException"));
  });
});

describe("user codes guessed", () => {
  test("two wrong codes, and for ten minutes no code of this person's is looked up, right ones neither", async () => {
    const caller = await signIn(portal());
    const { userCode } = await begin(await register());
    const decide = (code: string) => decideOnDevice(caller, { userCode: code, decision: "allowed" });
    expect(await decide("BBBB-BBBB")).toEqual({ ok: false, error: "device_code_unknown" });
    expect(await decide("not a code")).toEqual({ ok: false, error: "device_code_unknown" });
    expect(await decide(userCode)).toEqual({ ok: false, error: "device_codes_locked" });
    const somebodyElse = await signIn(portal(), { subject: "bob" });
    expect(await decideOnDevice(somebodyElse, { userCode, decision: "refused" })).toMatchObject({ ok: true });
    at(601);
    const { userCode: next } = await begin(await register());
    expect(await decide(next)).toMatchObject({ ok: true });
  });
});

describe("an authorization code", () => {
  test("gives tokens to the client that knows its verifier", async () => {
    const client = await register();
    const code = await authorize(await signIn(portal()), client);
    expect(await redeem(client, code)).toMatchObject({ ok: true, value: { expiresIn: 3600 } });
  });

  test.each([
    ["a wrong verifier", { codeVerifier: "w".repeat(64) }],
    ["a verifier of the wrong length", { codeVerifier: VERIFIER.slice(0, 42) }],
    ["another port than it was asked for at", { redirectUri: "http://127.0.0.1:1/oauth/callback" }],
  ])("with %s is refused, and still good for whoever knows better", async (_name, over) => {
    const client = await register();
    const code = await authorize(await signIn(portal()), client);
    expect(await redeem(client, code, over)).toMatchObject(refusedWith("InvalidGrantException"));
    expect(await redeem(client, code)).toMatchObject({ ok: true });
  });

  test("code used twice: refused, and what the first use gave is revoked", async () => {
    const client = await register();
    const code = await authorize(await signIn(portal()), client);
    const first = await redeem(client, code);
    const token = first.ok ? first.value.accessToken : null;
    expect(await findCliCaller(cli(), token)).not.toBeNull();
    expect(await redeem(client, code)).toMatchObject(refusedWith("InvalidGrantException"));
    expect(await findCliCaller(cli(), token)).toBeNull();
    expect(await kindsOf()).toEqual(["cli.authorized", "cli.signed_in", "cli.revoked"]);
  });

  test("of another client, or two minutes old, is refused", async () => {
    const [client, other] = [await register(), await register()];
    const code = await authorize(await signIn(portal()), client);
    expect(await redeem(other, code)).toMatchObject(refusedWith("InvalidGrantException"));
    at(120);
    expect(await redeem(client, code)).toMatchObject(refusedWith("InvalidGrantException"));
  });
});

describe("a refresh token", () => {
  test("renews and is replaced; two processes that renew together both go on", async () => {
    const client = await register();
    const first = await signCliIn(await signIn(portal()), client);
    const [one, two] = await Promise.all([renew(client, first.refreshToken), renew(client, first.refreshToken)]);
    if (!one.ok || !two.ok) throw new Error("a renewal was refused");
    expect(one.value.refreshToken).not.toBe(two.value.refreshToken);
    at(600);
    expect(await renew(client, one.value.refreshToken)).toMatchObject({ ok: true });
    expect(await renew(client, two.value.refreshToken)).toMatchObject({ ok: true });
  });

  test("stolen and reused outside the grace ends the whole sign-in, recorded", async () => {
    const client = await register();
    const first = await signCliIn(await signIn(portal()), client);
    const second = await renew(client, first.refreshToken);
    if (!second.ok) throw new Error("the renewal was refused");
    at(121);
    expect(await renew(client, first.refreshToken)).toMatchObject(refusedWith("InvalidGrantException"));
    expect(await renew(client, second.value.refreshToken)).toMatchObject(refusedWith("InvalidGrantException"));
    expect(await findCliCaller(cli(), second.value.accessToken)).toBeNull();
    const revoked = await portal().storage.db.auditEvent.findFirst({ where: { kind: "cli.revoked" } });
    expect(revoked).toMatchObject({
      subject: "alice",
      address: "198.51.100.7",
      detail: { reason: "refresh_token_reused" },
    });
  });

  test("in the hands of another client renews nothing, and does not harm its owner", async () => {
    const [client, other] = [await register(), await register()];
    const first = await signCliIn(await signIn(portal()), client);
    expect(await renew(other, first.refreshToken)).toMatchObject(refusedWith("InvalidGrantException"));
    at(600);
    expect(await renew(client, first.refreshToken)).toMatchObject({ ok: true });
  });

  test("does not outlive the sign-in to the portal, nor is an access token one", async () => {
    const client = await register();
    const caller = await signIn(portal());
    const first = await signCliIn(caller, client);
    expect(await renew(client, first.accessToken)).toMatchObject(refusedWith("InvalidGrantException"));
    expect(await findCliCaller(cli(), first.refreshToken ?? null)).toBeNull();
    await endPortalSession(at(1), caller, caller.session.id, "signed_out");
    expect(await renew(client, first.refreshToken)).toMatchObject(refusedWith("InvalidGrantException"));
    expect(await findCliCaller(cli(), first.accessToken)).toBeNull();
  });

  test("renewed in a loop is slowed down, so that rows do not grow without bound", async () => {
    const client = await register();
    let { refreshToken } = await signCliIn(await signIn(portal()), client);
    for (let count = 0; count < 30; count++) {
      const next = await renew(client, refreshToken);
      if (!next.ok) throw new Error(`renewal ${count} was refused`);
      refreshToken = next.value.refreshToken;
    }
    expect(await renew(client, refreshToken)).toMatchObject(refusedWith("SlowDownException"));
  });
});

describe("registrations and grants without bound", () => {
  test("ten thousand registrations from one address end in SlowDown, and leave no row each", async () => {
    for (let count = 0; count < 200; count++) await register();
    const refused = await registerCli(cli(), { clientName: "x", clientType: "public" });
    expect(refused).toMatchObject(refusedWith("SlowDownException"));
    expect(await portal().storage.db.rateCount.count()).toBe(1);
    const elsewhere = await registerCli(
      { ...cli(), address: "198.51.100.8" },
      { clientName: "x", clientType: "public" },
    );
    expect(elsewhere).toMatchObject({ ok: true });
  });

  test("an unknown grant, and one that the client did not register, are refused as the model says", async () => {
    const client = await register();
    const { clientId, clientSecret } = client;
    const asked = { clientId, clientSecret, grantType: "password" };
    expect(await createToken(cli(), asked)).toMatchObject(refusedWith("UnsupportedGrantTypeException"));
    const browserOnly = await register({ grantTypes: ["authorization_code", "refresh_token"] });
    const body = {
      clientId: browserOnly.clientId,
      clientSecret: browserOnly.clientSecret,
      startUrl: "https://x.example",
    };
    expect(await startDevice(cli(), body)).toMatchObject(refusedWith("UnauthorizedClientException"));
  });
});

test("tokens in the database readable: hashes only, and codes too", async () => {
  const client = await register();
  const caller = await signIn(portal());
  const code = await authorize(caller, client);
  const { deviceCode } = await begin(client);
  const { accessToken, refreshToken } = await signCliIn(caller, client);
  const { db } = portal().storage;
  const rows = await Promise.all([
    db.cliToken.findMany(),
    db.cliSignIn.findMany(),
    db.authorizationCode.findMany(),
    db.deviceAuthorization.findMany(),
    db.auditEvent.findMany(),
  ]);
  const text = JSON.stringify(rows, (_key, value) => (typeof value === "bigint" ? String(value) : value));
  for (const secret of [code, deviceCode, accessToken, refreshToken, client.clientSecret])
    expect(text).not.toContain(secret);
});
