import { beforeEach, describe, expect, test } from "vitest";
import { findCliCaller } from "./cli-caller";
import { authorize, cli, forgetAll, kindsOf, redeem, refusedWith, register, VERIFIER } from "./fixtures/command-line";
import { portalWithSts } from "./fixtures/portal-with-sts";
import { inSeconds, signIn } from "./fixtures/test-portal";

const { portal, sts } = portalWithSts();
const at = (seconds: number) => portal().use({ sts: sts().url, now: inSeconds(seconds) });

beforeEach(() => forgetAll(portal()));

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
    expect(await kindsOf(portal())).toEqual(["cli.authorized", "cli.signed_in", "cli.revoked"]);
  });

  test("code used ten times at once: at most one is answered with tokens, and they are good for nothing", async () => {
    const client = await register();
    const code = await authorize(await signIn(portal()), client);
    const answers = await Promise.all(Array.from({ length: 10 }, () => redeem(client, code)));
    const given = answers.flatMap((answer) => (answer.ok ? [answer.value.accessToken] : []));
    expect(given.length).toBeLessThanOrEqual(1);
    for (const token of given) expect(await findCliCaller(cli(), token)).toBeNull();
  });

  test("of another client, or two minutes old, is refused", async () => {
    const [client, other] = [await register(), await register()];
    const code = await authorize(await signIn(portal()), client);
    expect(await redeem(other, code)).toMatchObject(refusedWith("InvalidGrantException"));
    at(120);
    expect(await redeem(client, code)).toMatchObject(refusedWith("InvalidGrantException"));
  });
});
