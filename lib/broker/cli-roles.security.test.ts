import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { saveCliSignIn } from "#lib/db/cli-sign-ins";
import { saveCliTokens } from "#lib/db/cli-tokens";
import { newReference } from "#lib/db/sealed";
import type { Caller, RequestContext } from "#lib/identity";
import { findCliCaller, signCliOut } from "./cli-caller";
import { issueForCli } from "./cli-credentials";
import { listCliAccounts, listCliRoles } from "./cli-roles";
import { describeCliSignIns, endOwnCliSignIn } from "./cli-sign-ins";
import { portalWithSts } from "./fixtures/portal-with-sts";
import { ACCOUNT, inSeconds, NOW, signIn } from "./fixtures/test-portal";

const { portal, sts } = portalWithSts();
const ALL = { maxResult: null, nextToken: null };
const developer = { accountId: ACCOUNT, roleName: "Developer" };
const cli = (): RequestContext => ({ requestId: randomUUID(), address: "198.51.100.7", userAgent: "aws-cli/2.9.19" });

/** A command line signed in by this person, and what it calls with. */
async function signCliIn(person: Caller) {
  const [id, token] = [randomUUID(), newReference()];
  const names = { clientId: "client", clientName: "botocore-client-corp", kind: "browser" as const };
  const { db } = portal().storage;
  const from = { address: "198.51.100.7", userAgent: null };
  await saveCliSignIn(db, { id, sessionId: person.session.id, ...names, ...from, createdAt: NOW });
  await saveCliTokens(db, [{ token, signInId: id, kind: "access", expiresAt: inSeconds(3600) }]);
  const caller = await findCliCaller(cli(), token);
  if (caller === null) throw new Error("nobody is signed in");
  return { id, token, caller };
}

describe("what a command line is told", () => {
  test("accounts and roles are those of the person's list, now", async () => {
    const { caller } = await signCliIn(await signIn(portal()));
    const accounts = await listCliAccounts(caller, ALL);
    expect(accounts).toMatchObject({
      ok: true,
      value: { items: [{ accountId: ACCOUNT, accountName: "payments-prod" }] },
    });
    const roles = await listCliRoles(caller, ACCOUNT, ALL);
    expect(roles.ok && roles.value.items.map(({ roleName }) => roleName)).toEqual(["Deployer", "Developer"]);
    portal().use({ sts: sts().url, rules: [] });
    const { caller: later } = await signCliIn(await signIn(portal()));
    expect(await listCliAccounts(later, ALL)).toMatchObject({ ok: true, value: { items: [] } });
  });

  test("an account that is not theirs and one that there is not look the same", async () => {
    const { caller } = await signCliIn(await signIn(portal(), { groups: ["platform-admins"] }));
    const nobody = await signCliIn(await signIn(portal(), { groups: [] }));
    expect(await listCliRoles(nobody.caller, ACCOUNT, ALL)).toEqual(await listCliRoles(caller, "999999999999", ALL));
  });

  test.each([null, "", "12", "1111222233334", "../admin"])("account_id=%s is refused as the model says", async (id) => {
    const { caller } = await signCliIn(await signIn(portal()));
    expect(await listCliRoles(caller, id, ALL)).toMatchObject({
      ok: false,
      error: { name: "InvalidRequestException" },
    });
  });
});

describe("credentials for a command line", () => {
  test("are issued as in the browser, and recorded with program, address and user agent", async () => {
    const { id, caller } = await signCliIn(await signIn(portal()));
    expect(await issueForCli(caller, developer)).toMatchObject({
      ok: true,
      value: { accessKeyId: "ASIAIOSFODNN7EXAMPLE" },
    });
    const rows = await portal().storage.db.auditEvent.findMany({
      where: { requestId: caller.requestId },
      orderBy: { id: "asc" },
    });
    expect(rows.map(({ kind }) => kind)).toEqual(["credentials.requested", "credentials.issued"]);
    for (const row of rows) {
      expect(row).toMatchObject({
        subject: "alice",
        address: "198.51.100.7",
        userAgent: "aws-cli/2.9.19",
        detail: { clientName: "botocore-client-corp", cliSignInId: id },
      });
    }
  });

  test("for a role that was taken away a second ago are refused, and AWS is not asked", async () => {
    const { caller } = await signCliIn(await signIn(portal()));
    portal().use({ sts: sts().url, rules: [] });
    expect(await issueForCli(caller, developer)).toEqual({ ok: false, error: { code: "role_not_granted" } });
    expect(sts().seen).toHaveLength(0);
  });

  test("on a path that needs the person's browser are refused with what to do", async () => {
    const operator = await signCliIn(await signIn(portal(), { groups: ["payments-operators"] }));
    const asked = await issueForCli(operator.caller, { accountId: ACCOUNT, roleName: "Operator" });
    expect(asked).toMatchObject({ ok: false, error: { code: "iam_user_needed" } });
    const workforce = await signCliIn(await signIn(portal(), { idp: "workforce", protocol: "oidc" }));
    const powerUser = await issueForCli(workforce.caller, { accountId: ACCOUNT, roleName: "PowerUser" });
    expect(powerUser).toMatchObject({ ok: false, error: { code: "reauthentication_required" } });
    const left = await portal().storage.db.continuation.count();
    expect(left).toBe(0);
  });

  test.each([
    [{ accountId: null, roleName: "Developer" }],
    [{ accountId: ACCOUNT, roleName: null }],
    [{ accountId: ACCOUNT, roleName: "a\u0000b" }],
    [{ accountId: "1", roleName: "Developer" }],
  ])("for %j are not even asked for", async (query) => {
    const { caller } = await signCliIn(await signIn(portal()));
    expect(await issueForCli(caller, query)).toEqual({ ok: false, error: { code: "request_invalid" } });
  });
});

describe("the end of a sign-in", () => {
  test("by logout: the token is nobody's from then on", async () => {
    const { token, caller } = await signCliIn(await signIn(portal()));
    await signCliOut(caller);
    expect(await findCliCaller(cli(), token)).toBeNull();
  });

  test("by its person, who sees it listed; somebody else cannot end it", async () => {
    const person = await signIn(portal(), { subject: "carol" });
    const { id, token } = await signCliIn(person);
    expect(await describeCliSignIns(person)).toMatchObject([{ id, clientName: "botocore-client-corp" }]);
    const mallory = await signIn(portal(), { subject: "mallory" });
    expect(await endOwnCliSignIn(mallory, id)).toEqual({ ok: false, error: "session_not_found" });
    expect(await findCliCaller(cli(), token)).not.toBeNull();
    expect(await endOwnCliSignIn(person, id)).toMatchObject({ ok: true });
    expect(await findCliCaller(cli(), token)).toBeNull();
    expect(await describeCliSignIns(person)).toEqual([]);
  });
});

test.each([null, "", "x", "A".repeat(43), "A".repeat(5000), "' OR 1=1 --"])(
  "the token %j is nobody's",
  async (token) => {
    expect(await findCliCaller(cli(), token)).toBeNull();
  },
);
