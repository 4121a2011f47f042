import { beforeEach, describe, expect, test } from "vitest";
import { decideOnDevice, describeDevice } from "./device-approval";
import { begin, forgetAll, kindsOf, poll, refusedWith, register } from "./fixtures/command-line";
import { portalWithSts } from "./fixtures/portal-with-sts";
import { inSeconds, signIn } from "./fixtures/test-portal";
import { endPortalSession } from "./portal-sessions";

const { portal, sts } = portalWithSts();
const at = (seconds: number) => portal().use({ sts: sts().url, now: inSeconds(seconds) });

beforeEach(() => forgetAll(portal()));

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
    expect(await kindsOf(portal())).toEqual(["cli.authorized", "cli.signed_in"]);
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

describe("what the person decides about", () => {
  test("who asks, from where as seen from their browser, until when, and what it could do", async () => {
    const caller = await signIn(portal());
    const { userCode } = await begin(await register());
    const asked = { clientName: "botocore-client-corp", address: "198.51.100.7", roleCount: 2, accountCount: 1 };
    expect(await describeDevice(caller, userCode)).toMatchObject({
      value: { userCode, ...asked, program: { browser: "AWS CLI" }, network: "elsewhere", endsSoon: false },
    });
    const near = { ...caller, address: "198.51.100.7" };
    expect(await describeDevice(near, userCode.toLowerCase())).toMatchObject({ value: { network: "same" } });
    at(9 * 3600 - 600);
    const { userCode: late } = await begin(await register());
    expect(await describeDevice(near, late)).toMatchObject({ value: { endsSoon: true } });
  });
});
