import { describe, expect, test } from "vitest";
import { recordAuditEntry } from "#lib/db/audit-events";
import { answerWith, failure, startLoopbackSts, success } from "#lib/sts/fixtures/loopback-sts";
import { portalWithSts } from "./fixtures/portal-with-sts";
import { ACCOUNT, auditOf, signIn } from "./fixtures/test-portal";
import { credentialsRequest, issueCredentials } from "./issue-credentials";
import { listRoles } from "./list-roles";
import { consoleRequest } from "./open-console";

const SECRETS = /wJalrXUtnFEMI|token\/\/==|eyJ[\w-]+\.eyJ/;
const developer = { accountId: ACCOUNT, roleName: "Developer" };

const { portal, sts } = portalWithSts();

describe("credentials", () => {
  test("are recorded twice, asked for and given, with everything but the secrets", async () => {
    portal().use({ sts: sts().url });
    const caller = await signIn(portal());
    const issued = await issueCredentials(caller, developer);
    expect(issued).toMatchObject({ ok: true, value: { credentials: { accessKeyId: "ASIAIOSFODNN7EXAMPLE" } } });
    const rows = await auditOf(portal(), caller);
    expect(rows.map(({ kind }) => kind)).toEqual(["credentials.requested", "credentials.issued"]);
    expect(rows[1]).toMatchObject({
      idp: "corp",
      subject: "alice",
      sessionId: caller.session.id,
      roleArn: "arn:aws:iam::111122223333:role/Developer",
      detail: {
        accessKeyId: "ASIAIOSFODNN7EXAMPLE",
        grantedBy: ["access.rules[0]"],
        sourceIdentity: "alice@example.com",
        tags: { Department: "Payments" },
      },
    });
    expect(JSON.stringify(rows, (_key, value) => (typeof value === "bigint" ? String(value) : value))).not.toMatch(
      SECRETS,
    );
  });

  test("refused by AWS are recorded with AWS's code and request id", async () => {
    const refusing = await startLoopbackSts(answerWith(403, failure("AccessDenied")));
    portal().use({ sts: refusing.url });
    const caller = await signIn(portal());
    const issued = await issueCredentials(caller, developer);
    await refusing.stop();
    expect(issued).toMatchObject({ ok: false, error: { code: "sts_access_denied" } });
    const rows = await auditOf(portal(), caller);
    expect(rows.map(({ outcome }) => outcome)).toEqual(["requested", "refused"]);
    expect(rows[1]?.detail).toMatchObject({
      reason: "sts_access_denied",
      awsCode: "AccessDenied",
      awsRequestId: "11111111-2222-3333-4444-555555555555",
    });
  });
});

describe("a role named by hand that the person does not hold", () => {
  test.each([
    ["of another group", { accountId: ACCOUNT, roleName: "Admin" }],
    ["in an account that is none", { accountId: "999999999999", roleName: "Developer" }],
    ["that differs in case", { accountId: ACCOUNT, roleName: "developer" }],
    ["with a space behind", { accountId: ACCOUNT, roleName: "Developer " }],
    ["by a pattern", { accountId: ACCOUNT, roleName: "*" }],
    ["by a property that every object has", { accountId: ACCOUNT, roleName: "__proto__" }],
    ["by its ARN", { accountId: ACCOUNT, roleName: "arn:aws:iam::111122223333:role/Developer" }],
  ])("%s is refused and recorded, and AWS is not asked", async (_name, named) => {
    portal().use({ sts: sts().url });
    const caller = await signIn(portal());
    expect(await issueCredentials(caller, named)).toEqual({ ok: false, error: { code: "role_not_granted" } });
    expect(sts().seen).toHaveLength(0);
    const rows = await auditOf(portal(), caller);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      kind: "credentials.refused",
      outcome: "refused",
      ...named,
      roleArn: null,
      detail: { reason: "role_not_granted" },
    });
  });

  test("a role removed a second ago is refused to a session that had it", async () => {
    const caller = await signIn(portal());
    portal().use({ sts: sts().url });
    expect((await issueCredentials(caller, developer)).ok).toBe(true);
    portal().use({ sts: sts().url, rules: [] });
    expect(await issueCredentials(caller, developer)).toMatchObject({ error: { code: "role_not_granted" } });
    expect(await listRoles(caller)).toEqual([]);
    expect(sts().seen).toHaveLength(1);
  });

  test("groups changed at the next sign-in: the new session has what its own groups give", async () => {
    portal().use({ sts: sts().url });
    const moved = await signIn(portal(), { groups: ["platform-admins"] });
    expect(await issueCredentials(moved, developer)).toMatchObject({ error: { code: "role_not_granted" } });
    expect((await issueCredentials(moved, { accountId: ACCOUNT, roleName: "Admin" })).ok).toBe(true);
  });

  test("the same subject and e-mail at another identity provider is another person", async () => {
    portal().use({ sts: sts().url, rules: [{ idp: "workforce", groups: ["payments-dev"], roles: ["*/*"] }] });
    expect(await issueCredentials(await signIn(portal()), developer)).toMatchObject({
      error: { code: "role_not_granted" },
    });
  });
});

describe("no audit row, no credentials", () => {
  const failingOn = (kind: string) => async (entry: Parameters<typeof recordAuditEntry>[1]) => {
    if (entry.kind === kind) throw new Error("the database is full");
    await recordAuditEntry(portal().storage.query, entry);
  };

  test("when the request cannot be recorded, AWS is not asked", async () => {
    portal().use({ sts: sts().url, record: failingOn("credentials.requested") });
    await expect(issueCredentials(await signIn(portal()), developer)).rejects.toThrow("the database is full");
    expect(sts().seen).toHaveLength(0);
  });

  test("when the outcome cannot be recorded, what AWS gave goes to nobody", async () => {
    portal().use({ sts: sts().url, record: failingOn("credentials.issued") });
    const caller = await signIn(portal());
    await expect(issueCredentials(caller, developer)).rejects.toThrow("the database is full");
    expect(sts().seen).toHaveLength(1);
    expect((await auditOf(portal(), caller)).map(({ kind }) => kind)).toEqual(["credentials.requested"]);
  });

  test("the row is committed before AWS is asked, not merely sent", async () => {
    const order: string[] = [];
    const watching = await startLoopbackSts((response) => {
      order.push("asked");
      answerWith(200, success("AssumeRoleWithWebIdentity"))(response);
    });
    portal().use({
      sts: watching.url,
      record: async (entry) => {
        await new Promise((resolve) => setTimeout(resolve, 50));
        await recordAuditEntry(portal().storage.query, entry);
        order.push(entry.kind);
      },
    });
    await issueCredentials(await signIn(portal()), developer);
    await watching.stop();
    expect(order).toEqual(["credentials.requested", "asked", "credentials.issued"]);
  });

  test("a refusal that cannot be recorded is an outage, not an answer", async () => {
    portal().use({ sts: sts().url, record: failingOn("credentials.refused") });
    const caller = await signIn(portal());
    await expect(issueCredentials(caller, { accountId: ACCOUNT, roleName: "Admin" })).rejects.toThrow();
  });
});

describe("session name or source identity spoofed, a session policy that widens", () => {
  test.each([
    { roleSessionName: "root" },
    { sourceIdentity: "ceo@example.com" },
    { tags: { Department: "Finance" } },
    { policyArns: ["arn:aws:iam::aws:policy/AdministratorAccess"] },
    { roleArn: "arn:aws:iam::111122223333:role/Admin" },
    { idp: "workforce" },
  ])("a request has no place for %j", (extra) => {
    expect(credentialsRequest.safeParse({ ...developer, ...extra }).success).toBe(false);
  });

  test("what AWS is told comes from the sign-in and the configuration", async () => {
    portal().use({ sts: sts().url });
    await issueCredentials(await signIn(portal(), { name: "root", claims: { department: ["Finance"] } }), developer);
    const form = sts().seen[0]?.form;
    expect(form?.get("RoleSessionName")).toBe("alice@example.com");
    const [, payload = ""] = form?.get("WebIdentityToken")?.split(".") ?? [];
    expect(JSON.parse(Buffer.from(payload, "base64url").toString())).toMatchObject({
      sub: "corp:alice",
      "https://aws.amazon.com/source_identity": "alice@example.com",
      "https://aws.amazon.com/tags": { principal_tags: { Department: ["Finance"] } },
    });
  });

  test("a claim with two values where one is wanted is refused, since either could be the person's choice", async () => {
    portal().use({ sts: sts().url });
    const caller = await signIn(portal(), { claims: { department: ["Payments", "Finance"] } });
    expect(await issueCredentials(caller, developer)).toMatchObject({ error: { code: "template_value_ambiguous" } });
    expect(sts().seen).toHaveLength(0);
  });
});

describe("a name that the audit could not hold", () => {
  test.each(["\u0000", "Dev\u0000eloper", "a\nb", "\u007f"])("%j is no request at all", (roleName) => {
    expect(credentialsRequest.safeParse({ ...developer, roleName }).success).toBe(false);
    expect(consoleRequest.safeParse({ ...developer, roleName }).success).toBe(false);
    expect(consoleRequest.safeParse({ ...developer, accountId: roleName }).success).toBe(false);
  });
});
