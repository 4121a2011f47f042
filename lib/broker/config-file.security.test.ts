import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { saveCliSignIn } from "#lib/db/cli-sign-ins";
import { saveCliTokens } from "#lib/db/cli-tokens";
import { newReference } from "#lib/db/sealed";
import { endSession } from "#lib/db/sessions";
import type { RequestContext } from "#lib/identity";
import { findConfigCaller, issueConfigToken } from "./config-token";
import { describeConfig } from "./describe-config";
import { portalWithSts } from "./fixtures/portal-with-sts";
import { inSeconds, NOW, signIn } from "./fixtures/test-portal";
import { isAskedTooOften, writeConfig } from "./write-config";

const { portal } = portalWithSts();
const NONE = new URLSearchParams();
const curl = (address = "198.51.100.7"): RequestContext => ({ requestId: randomUUID(), address, userAgent: "curl/8" });
const by = (token: string) => findConfigCaller(curl(), `Bearer ${token}`);

describe("a token for the configuration", () => {
  test("speaks for the person who made it, and its making is recorded without it", async () => {
    const person = await signIn(portal());
    const { token, endsAt } = await issueConfigToken(person);
    expect(endsAt).toEqual(person.session.expiresAt);
    expect((await by(token))?.session).toMatchObject({ id: person.session.id, identity: { subject: "alice" } });
    const rows = await portal().storage.db.auditEvent.findMany({ where: { requestId: person.requestId } });
    expect(rows).toMatchObject([{ kind: "cli.config_token_issued", subject: "alice" }]);
    expect(JSON.stringify(rows, (_key, value) => (typeof value === "bigint" ? String(value) : value))).not.toContain(
      token,
    );
  });

  test("ends with the sign-in, by its end and by its time", async () => {
    const person = await signIn(portal());
    const { token } = await issueConfigToken(person);
    portal().use({ now: new Date(person.session.expiresAt.getTime() + 1) });
    expect(await by(token)).toBeNull();
    portal().use();
    expect(await by(token)).not.toBeNull();
    await endSession(portal().storage.db, person.session.id, "signed_out", NOW);
    expect(await by(token)).toBeNull();
  });

  test("edited anywhere, cut, or sealed for something else: nobody's", async () => {
    const person = await signIn(portal());
    const { token } = await issueConfigToken(person);
    const edited = Array.from({ length: token.length }, (_, at) => {
      const other = token[at] === "A" ? "B" : "A";
      return token.slice(0, at) + other + token.slice(at + 1);
    });
    for (const text of [...edited, token.slice(0, -1), `${token}A`, `${token}AA`, "ghconf_", "", "ghconf_AAAA"]) {
      expect(await by(text), text).toBeNull();
    }
    const { sealer } = portal().storage;
    const other = Buffer.from(sealer.seal(person.session.id, "cli-client")).toString("base64url");
    expect(await by(`ghconf_${other}`)).toBeNull();
  });

  test("is no access token: what speaks the wire of Identity Center does not know it, and only Bearer carries it", async () => {
    const { token } = await issueConfigToken(await signIn(portal()));
    for (const header of [token, `Basic ${token}`, `Bearer  ${token}`, `Bearer ${token} x`, "Bearer"])
      expect(await findConfigCaller(curl(), header)).toBeNull();
  });

  test("the access token of a signed-in command line does as well, until that is ended", async () => {
    const person = await signIn(portal());
    const [id, token] = [randomUUID(), newReference()];
    const { db } = portal().storage;
    const names = { clientId: "client", clientName: "botocore-client-corp", kind: "browser" as const };
    await saveCliSignIn(db, {
      id,
      sessionId: person.session.id,
      ...names,
      address: null,
      userAgent: null,
      createdAt: NOW,
    });
    await saveCliTokens(db, [{ token, signInId: id, kind: "access", expiresAt: inSeconds(60) }]);
    expect((await by(token))?.session.id).toBe(person.session.id);
    portal().use({ now: inSeconds(61) });
    expect(await by(token)).toBeNull();
  });
});

describe("what the file says", () => {
  test("are the person's own roles, now, and nothing of somebody else's", async () => {
    const alice = await writeConfig(await signIn(portal()), NONE, null);
    expect(alice.ok && alice.value.match(/sso_role_name = .*/g)).toEqual([
      "sso_role_name = Deployer",
      "sso_role_name = Developer",
    ]);
    const admin = await writeConfig(await signIn(portal(), { groups: ["platform-admins"] }), NONE, null);
    expect(admin.ok && admin.value.match(/sso_role_name = .*/g)).toEqual(["sso_role_name = Admin"]);
    const nobody = await writeConfig(await signIn(portal(), { groups: [] }), NONE, null);
    expect(nobody.ok && nobody.value).not.toContain("[profile");
    portal().use({ rules: [] });
    const later = await writeConfig(await signIn(portal()), NONE, null);
    expect(later.ok && later.value).not.toContain("[profile");
  });

  test("a role that asks for what only a browser gives has no profile, and its own profile is not taken for gone", async () => {
    const operator = await signIn(portal(), { groups: ["payments-operators"] });
    expect(await describeConfig(operator)).toMatchObject({ accounts: [], browserOnly: ["111122223333/Operator"] });
    const own = "[profile ops]\nsso_session = gatehouse\nsso_account_id = 111122223333\nsso_role_name = Operator\n";
    const merged = await writeConfig(operator, NONE, own);
    expect(merged.ok && merged.value.startsWith(own)).toBe(true);
  });

  test("a profile for somebody else's role is removed as one for a role that there is not: neither is told apart", async () => {
    const person = await signIn(portal());
    const profile = (role: string) =>
      `[profile p]\nsso_session = gatehouse\nsso_account_id = 111122223333\nsso_role_name = ${role}\n`;
    const [held, unknown] = await Promise.all([
      writeConfig(person, NONE, profile("Admin")),
      writeConfig(person, NONE, profile("NoSuchRole")),
    ]);
    expect(held).toEqual(unknown);
  });

  test.each([
    ["roles=some", "roles_unknown"],
    ["case=UPPER", "case_unknown"],
    ["session=a%5D%0A", "session_invalid"],
    ["session=", "session_invalid"],
    ["names=%7Bnope%7D", "template_unknown"],
    ["names=", "template_empty"],
    ["token=x", "parameter_unknown"],
    ["roles=all&roles=starred", "parameter_twice"],
  ])("%s is refused by name", async (query, code) => {
    const refused = await writeConfig(await signIn(portal()), new URLSearchParams(query), null);
    expect(refused).toMatchObject({ ok: false, error: { code } });
  });
});

describe("a file that is sent", () => {
  test.each([
    ["[default]\naws_secret_access_key = abc\n", "holds_secret"],
    ["# aws_session_token = abc\n", "holds_secret"],
    ["a\u0000b", "not_text"],
    ["a\uFFFDb", "not_text"],
    ["\n".repeat(100_000), "file_too_large"],
  ])("%# is refused for what it is", async (file, code) => {
    expect(await writeConfig(await signIn(portal()), NONE, file)).toMatchObject({ ok: false, error: { code } });
  });

  test("is kept nowhere and not audited", async () => {
    const { db } = portal().storage;
    const person = await signIn(portal());
    const before = await db.auditEvent.count();
    await writeConfig(person, NONE, "[default]\nregion = us-east-1\n# only-in-my-file\n");
    expect(await db.auditEvent.count()).toBe(before);
  });
});

test("more than a thousand requests in ten minutes are refused, from that address alone", async () => {
  for (let count = 0; count < 1000; count++) expect(await isAskedTooOften(curl("192.0.2.9"))).toBe(false);
  expect(await isAskedTooOften(curl("192.0.2.9"))).toBe(true);
  expect(await isAskedTooOften(curl("192.0.2.10"))).toBe(false);
});
