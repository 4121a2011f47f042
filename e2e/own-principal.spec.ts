import { expect, type Page, test } from "@playwright/test";
import { PORTAL_USER } from "./demo/iam-users";
import { PORTAL_HUB } from "./demo/own-roles";
import type { PersonId } from "./idp/people";
import { copyBlock, whoAmI } from "./portal/credentials-dialog";
import { forgetRequests, listRequests } from "./portal/recorded-requests";
import { signIn } from "./portal/sign-in";

/** Signs in, clicks, copies the block, and answers whose credentials it holds. */
async function takeCredentials(page: Page, person: PersonId, role: string): Promise<string> {
  await signIn(page, "corp", person);
  await forgetRequests();
  await page.getByRole("button", { name: `Credentials for ${role}` }).click();
  return whoAmI(await copyBlock(page));
}

const listCalls = async () => (await listRequests()).filter(({ action }) => action !== "GetCallerIdentity");

test("assume-role: one click sends external id, tags, transitive tags and source identity; the AWS CLI accepts it", async ({
  page,
}) => {
  const arn = await takeCredentials(page, "developer", "Operator in legacy-erp");
  expect(arn).toBe("arn:aws:sts::841295730624:assumed-role/Operator/ben.lindqvist@example.com");
  const calls = await listCalls();
  expect(calls).toHaveLength(1);
  expect(calls[0]).toMatchObject({
    action: "AssumeRole",
    status: 200,
    callerArn: PORTAL_USER.arn,
    externalId: "example-corp-erp",
    sourceIdentity: "ben.lindqvist@example.com",
    sessionTags: { Department: "Payments" },
    transitiveTagKeys: ["Department"],
  });
});

test("assume-role through a hub: two calls for the person, the second by the hub's session", async ({ page }) => {
  const arn = await takeCredentials(page, "auditor", "Auditor in legacy-erp");
  expect(arn).toBe("arn:aws:sts::841295730624:assumed-role/Auditor/elodie.martin@example.com");
  const [hub, role, ...others] = await listCalls();
  expect(others).toEqual([]);
  expect(hub).toMatchObject({ roleArn: PORTAL_HUB.arn, callerArn: PORTAL_USER.arn, externalId: PORTAL_HUB.externalId });
  expect(role).toMatchObject({
    action: "AssumeRole",
    status: 200,
    callerArn: hub?.assumedRoleArn,
    durationSeconds: 3600,
    sourceIdentity: "elodie.martin@example.com",
    sessionTags: { Department: "Security" },
  });
});

test("federation-token: a federated user of the portal's account, with policy and tag; the AWS CLI accepts it", async ({
  page,
}) => {
  const arn = await takeCredentials(page, "developer", "Reports in build-tools");
  expect(arn).toBe("arn:aws:sts::952306841735:federated-user/ben.lindqvist@example.com");
  const calls = await listCalls();
  expect(calls).toHaveLength(1);
  expect(calls[0]).toMatchObject({
    action: "GetFederationToken",
    status: 200,
    callerArn: PORTAL_USER.arn,
    parameters: { "Tags.member.1.Key": "Department", "Tags.member.1.Value": "Payments" },
  });
  expect(JSON.parse(calls[0]?.policy ?? "{}").Statement[0].Action).toEqual(["s3:Get*", "s3:List*"]);
});
