import { beforeEach, describe, expect, test } from "vitest";
import { registerCli, startDevice } from "./cli-register";
import { createToken } from "./create-token";
import { authorize, begin, cli, forgetAll, refusedWith, register, signCliIn } from "./fixtures/command-line";
import { portalWithSts } from "./fixtures/portal-with-sts";
import { signIn } from "./fixtures/test-portal";

const { portal } = portalWithSts();

beforeEach(() => forgetAll(portal()));

describe("registrations and grants without bound", () => {
  test("after a thousand registrations from one address within ten minutes the next is SlowDown; none leaves a row", async () => {
    for (let count = 0; count < 1000; count++) await register();
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

describe("device-code phishing, as the administrator limits it", () => {
  const start = async () => {
    const { clientId, clientSecret } = await register();
    return startDevice(cli(), { clientId, clientSecret, startUrl: "https://x.example" });
  };

  test("off: no command line gets a code", async () => {
    portal().use({ deviceCodes: { mode: "off", networks: [] } });
    expect(await start()).toMatchObject(refusedWith("UnauthorizedClientException"));
  });

  test("of some networks only: none from elsewhere gets a code", async () => {
    portal().use({ deviceCodes: { mode: "shown", networks: ["10.0.0.0/8"] } });
    expect(await start()).toMatchObject(refusedWith("UnauthorizedClientException"));
    portal().use({ deviceCodes: { mode: "shown", networks: ["198.51.100.0/24"] } });
    expect(await start()).toMatchObject({ ok: true });
  });

  test("typed only: the link brings no code with it", async () => {
    expect(await start()).toMatchObject({
      value: { verificationUriComplete: expect.stringMatching(/device\?user_code=[B-Z]{4}-[B-Z]{4}$/) },
    });
    portal().use({ deviceCodes: { mode: "typed", networks: [] } });
    expect(await start()).toMatchObject({ value: { verificationUriComplete: "https://aws.example.com/device" } });
  });
});
