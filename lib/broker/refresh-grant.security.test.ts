import { beforeEach, describe, expect, test } from "vitest";
import { findCliCaller } from "./cli-caller";
import { cli, forgetAll, refusedWith, register, renew, signCliIn } from "./fixtures/command-line";
import { portalWithSts } from "./fixtures/portal-with-sts";
import { inSeconds, signIn } from "./fixtures/test-portal";
import { endPortalSession } from "./portal-sessions";

const { portal, sts } = portalWithSts();
const at = (seconds: number) => portal().use({ sts: sts().url, now: inSeconds(seconds) });

beforeEach(() => forgetAll(portal()));

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
