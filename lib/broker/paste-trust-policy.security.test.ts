import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inEnglish } from "#lib/trust/fixtures/in-words";
import { ACCOUNT, auditOf, openTestPortal, signIn, type TestPortal } from "./fixtures/test-portal";
import { savePastedTrustPolicy } from "./paste-trust-policy";

const ROLE_ARN = `arn:aws:iam::${ACCOUNT}:role/Developer`;
const GOOD = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: { AWS: "*" }, Action: "sts:AssumeRole" }],
});

let portal: TestPortal;
beforeAll(async () => {
  portal = await openTestPortal();
  portal.use({ admins: ["platform-admins"] });
});
afterAll(() => portal.stop());

const admin = () => signIn(portal, { subject: "root", groups: ["platform-admins"] });
const stored = () => portal.storage.db.trustPolicy.count();

describe("a pasted trust policy", () => {
  test.each([
    ["nothing", "", "trust_policy_not_json"],
    ["what is not JSON", "{ Version: ", "trust_policy_not_json"],
    ["200 kB", `{"x":"${"a".repeat(200_000)}"}`, "trust_policy_too_large"],
    ["a list nested a thousand deep", `${"[".repeat(1000)}${"]".repeat(1000)}`, "trust_policy_invalid"],
    [
      "an unknown operator",
      GOOD.replace('"sts:AssumeRole"', '"sts:AssumeRole","Condition":{"StringEqual":{"a":"b"}}'),
      "trust_policy_invalid",
    ],
    ["a policy of another kind", GOOD.replace("sts:AssumeRole", "s3:GetObject"), "trust_policy_invalid"],
  ])("is refused when it is %s, with what is wrong, and is not kept", async (_name, document, code) => {
    const refused = await savePastedTrustPolicy(await admin(), { roleArn: ROLE_ARN, document });
    expect(refused).toMatchObject({ ok: false, error: { code } });
    if (refused.ok) return;
    expect(inEnglish(refused.error.problems?.[0]?.message)).toMatch(/\w/);
    expect(JSON.stringify(refused.error).length).toBeLessThan(6_000);
    expect(await stored()).toBe(0);
  });

  test("from somebody who is no administrator is refused before it is read, and not recorded", async () => {
    const alice = await signIn(portal);
    const refused = await savePastedTrustPolicy(alice, { roleArn: ROLE_ARN, document: GOOD });
    expect(refused).toMatchObject({ error: { code: "not_an_administrator" } });
    expect([await stored(), (await auditOf(portal, alice)).length]).toEqual([0, 0]);
  });

  test.each(["arn:aws:iam::999988887777:role/Elsewhere", "Developer", ""])(
    "for %j, which is no role of the portal, is refused",
    async (roleArn) => {
      const refused = await savePastedTrustPolicy(await admin(), { roleArn, document: GOOD });
      expect(refused).toMatchObject({ error: { code: "denial_unknown" } });
    },
  );

  test("is recorded, by whom and for which role, before it counts", async () => {
    const root = await admin();
    expect(await savePastedTrustPolicy(root, { roleArn: ROLE_ARN, document: GOOD })).toMatchObject({ ok: true });
    expect(await auditOf(portal, root)).toMatchObject([
      { kind: "trust_policy.pasted", subject: "root", roleArn: ROLE_ARN, roleName: "Developer" },
    ]);
    const failing = portal.use({
      admins: ["platform-admins"],
      record: () => Promise.reject(new Error("the disk is full")),
    });
    const other = GOOD.replace("*", ACCOUNT);
    await expect(savePastedTrustPolicy(root, { roleArn: ROLE_ARN, document: other })).rejects.toThrow("disk");
    const row = await failing.storage.db.trustPolicy.findUniqueOrThrow({ where: { roleArn: ROLE_ARN } });
    expect(row.document).toBe(GOOD);
  });
});
