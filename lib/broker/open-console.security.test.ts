import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { answerWith, startLoopbackSts, success } from "#lib/sts/fixtures/loopback-sts";
import { findOwnRefusal } from "./find-own-refusal";
import { ACCOUNT, auditOf, openTestPortal, signIn, type TestPortal } from "./fixtures/test-portal";
import { consoleRequest, openConsole } from "./open-console";
import { planConsole } from "./plan-console";

const SIGNIN_TOKEN = "VCQgs5qZZt3Q6fn8Tr5EXAMPLE";
const json = (body: unknown) => answerWith(200, JSON.stringify(body), "application/json");

let portal: TestPortal;
let sts: Awaited<ReturnType<typeof startLoopbackSts>>;
let federation: Awaited<ReturnType<typeof startLoopbackSts>>;
beforeAll(async () => {
  portal = await openTestPortal();
  sts = await startLoopbackSts(answerWith(200, success("AssumeRoleWithWebIdentity")));
  federation = await startLoopbackSts(json({ SigninToken: SIGNIN_TOKEN }));
});
afterAll(async () => {
  await sts.stop();
  await federation.stop();
  await portal.stop();
});
beforeEach(() => {
  sts.seen.length = 0;
  federation.seen.length = 0;
  portal.use({ sts: sts.url, federation: `${federation.url}/federation` });
});

const ask = (form: Record<string, string> = {}) =>
  consoleRequest.parse({ accountId: ACCOUNT, roleName: "Developer", ...form });

const asText = (rows: unknown) =>
  JSON.stringify(rows, (_key, value) => (typeof value === "bigint" ? String(value) : value));

describe("opening the console", () => {
  test("leads to the federation endpoint, to the role's Region, and is recorded without the secrets", async () => {
    const caller = await signIn(portal);
    const { location } = await openConsole(caller, ask());
    const url = new URL(location);
    expect(url.origin).toBe(federation.url);
    expect(Object.fromEntries(url.searchParams)).toEqual({
      Action: "login",
      Issuer: "https://aws.example.com",
      Destination: "https://eu-west-1.console.aws.amazon.com/console/home?region=eu-west-1",
      SigninToken: SIGNIN_TOKEN,
    });
    const rows = await auditOf(portal, caller);
    expect(rows.map(({ kind }) => kind)).toEqual(["console.requested", "console.opened"]);
    expect(rows[1]?.detail).toMatchObject({ accessKeyId: "ASIAIOSFODNN7EXAMPLE" });
    expect(asText(rows)).not.toMatch(/wJalrXUtnFEMI|token\/\/==|VCQgs5/);
  });

  test("signs out of an old console first, when the person asks for that", async () => {
    const { location } = await openConsole(await signIn(portal), ask({ signOutFirst: "on" }));
    expect(location).toContain("Action=logout");
    expect(new URL(location).searchParams.get("redirect_uri")).toContain(`SigninToken=${SIGNIN_TOKEN}`);
  });

  test.each([
    "https://evil.example/",
    "https://console.aws.amazon.com@evil.example/",
    "//evil.example",
    "https:\\\\console.aws.amazon.com",
    "https://console.amazonaws.cn/s3/home",
  ])("destination to a foreign host: %s is refused and recorded before AWS is asked", async (destination) => {
    const caller = await signIn(portal);
    expect(await openConsole(caller, ask({ destination }))).toEqual({
      location: `/go/refused?ref=${caller.requestId}`,
    });
    expect(sts.seen).toHaveLength(0);
    expect(await auditOf(portal, caller)).toMatchObject([
      { kind: "console.refused", detail: { reason: "destination_not_allowed" } },
    ]);
    const plan = await planConsole(caller, { account: ACCOUNT, role: "Developer", destination });
    expect(plan).toMatchObject({ ok: false, error: { code: "destination_not_allowed" } });
  });

  test.each(["cn-north-1", "us-gov-west-1", "eu-west-1.evil.example", "../x"])(
    "the Region %s, which is not of the role's partition, is refused before AWS is asked",
    async (region) => {
      const caller = await signIn(portal);
      await openConsole(caller, ask({ region }));
      expect(sts.seen).toHaveLength(0);
      expect(await auditOf(portal, caller)).toMatchObject([{ detail: { reason: "region_not_in_partition" } }]);
    },
  );

  test("a role named by hand that the person does not hold is refused, even with a good destination", async () => {
    const caller = await signIn(portal);
    const { location } = await openConsole(caller, ask({ roleName: "Admin" }));
    expect(location).toBe(`/go/refused?ref=${caller.requestId}`);
    expect(sts.seen).toHaveLength(0);
    expect(await auditOf(portal, caller)).toMatchObject([
      { kind: "console.refused", detail: { reason: "role_not_granted" } },
    ]);
  });

  test("no audit row, no console: an opening that cannot be recorded leads nowhere", async () => {
    const caller = await signIn(portal);
    portal.use({
      sts: sts.url,
      federation: `${federation.url}/federation`,
      record: async ({ kind }) => {
        if (kind === "console.opened") throw new Error("the database is full");
      },
    });
    await expect(openConsole(caller, ask())).rejects.toThrow("the database is full");
  });

  test.each([
    ["refuses", answerWith(400, "<html>", "text/html"), "console.refused", "console_federation_refused"],
    ["is down", answerWith(503, ""), "console.failed", "console_federation_unavailable"],
  ] as const)(
    "when the federation endpoint %s, the session that AWS had given is on record",
    async (_name, answer, kind, reason) => {
      const broken = await startLoopbackSts(answer);
      portal.use({ sts: sts.url, federation: broken.url });
      const caller = await signIn(portal);
      const { location } = await openConsole(caller, ask());
      await broken.stop();
      expect(location).toBe(`/go/refused?ref=${caller.requestId}`);
      expect((await auditOf(portal, caller)).at(-1)).toMatchObject({
        kind,
        roleArn: "arn:aws:iam::111122223333:role/Developer",
        detail: { reason, accessKeyId: "ASIAIOSFODNN7EXAMPLE" },
      });
    },
  );

  test("why it was refused is told to the person who asked, and to nobody else", async () => {
    const caller = await signIn(portal);
    await openConsole(caller, ask({ roleName: "Admin" }));
    expect(await findOwnRefusal(caller, caller.requestId)).toMatchObject({ code: "role_not_granted" });
    const mallory = await signIn(portal, { subject: "mallory" });
    expect(await findOwnRefusal(mallory, caller.requestId)).toBeNull();
    const namesake = await signIn(portal, { idp: "workforce" });
    expect(await findOwnRefusal(namesake, caller.requestId)).toBeNull();
  });
});
