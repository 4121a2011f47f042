import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { parse } from "yaml";
import { ADDRESSES } from "./portal/addresses";
import { signIn } from "./portal/sign-in";

const PAYMENTS_PROD = "410263915587";
const ML_SANDBOX = "174628590341";

async function copyShown(page: Page): Promise<string> {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"], { origin: ADDRESSES.portalUrl });
  await page.getByRole("main").getByRole("button", { name: /^Copy/ }).click();
  await expect(page.getByRole("main").getByText("Copied", { exact: true })).toBeVisible();
  return page.evaluate(() => navigator.clipboard.readText());
}

/** CloudFormation's short forms as plain texts. */
const TAGS = ["!Sub", "!Ref"].map((tag) => ({ tag, resolve: (text: string) => text }));
const readTemplate = (text: string) =>
  parse(text, {
    logLevel: "silent",
    customTags: [...TAGS, { tag: "!Equals", collection: "seq", resolve: () => null }],
  });

test("an administrator copies the CloudFormation of one role from a link to it", async ({ page }) => {
  await signIn(page, "corp", "admin");
  await page.goto(`/admin/set-up?account=${PAYMENTS_PROD}&role=Developer`);
  await expect(page.getByRole("heading", { level: 1, name: "Set up trust" })).toBeVisible();
  const { Resources } = readTemplate(await copyShown(page));
  expect(Object.keys(Resources)).toEqual(["OidcProvider1", "DeveloperRole"]);
  const host = `localhost:${ADDRESSES.basePort}/oidc`;
  expect(Resources.DeveloperRole.Properties).toMatchObject({
    RoleName: "Developer",
    MaxSessionDuration: 8 * 3600,
    AssumeRolePolicyDocument: {
      Statement: [
        {
          Principal: { Federated: `arn:\${AWS::Partition}:iam::\${AWS::AccountId}:oidc-provider/${host}` },
          Action: ["sts:AssumeRoleWithWebIdentity", "sts:TagSession", "sts:SetSourceIdentity"],
          Condition: {
            StringEquals: { [`${host}:aud`]: "sts.amazonaws.com" },
            StringLike: { [`${host}:sub`]: ["corp:*", "workforce:*"], "sts:SourceIdentity": "*" },
            Null: { "aws:RequestTag/Department": "false" },
            "ForAllValues:StringEquals": { "aws:TagKeys": ["Department"] },
          },
        },
      ],
    },
  });
});

test("account, roles, conditions and format are chosen on the page, and the address keeps them", async ({ page }) => {
  await signIn(page, "corp", "admin");
  await page.goto("/admin/set-up");
  await page.getByLabel("Account").selectOption(ML_SANDBOX);
  await expect(page).toHaveURL(new RegExp(`account=${ML_SANDBOX}`));
  await page.getByLabel("Experimenter").check();
  await expect(page).toHaveURL(/role=Experimenter/);
  const block = page.getByRole("region", { name: "CloudFormation: gatehouse-ml-sandbox.yaml" });
  await expect(block).toContainText("SAML:sub");
  await expect(block).not.toContainText("RoleName: Admin");
  await expect(block).toContainText("<md:EntityDescriptor");
  await page.getByLabel("Only people of identity providers that have a rule for the role").uncheck();
  await expect(block).not.toContainText("SAML:sub");
  await expect(block).toContainText('sts:SourceIdentity: "*"');
  await page.getByRole("link", { name: "AWS CLI" }).click();
  const script = page.getByRole("region", { name: "AWS CLI: gatehouse-ml-sandbox.sh" });
  await expect(script).toContainText(`'${ADDRESSES.portalUrl}/saml/metadata'`);
  await expect(script).not.toContainText("SAML:sub");
  await page.reload();
  await expect(page.getByLabel("Experimenter")).toBeChecked();
  await expect(page.getByLabel("Source identity required")).toBeChecked();
  await expect(page.getByLabel("Only people of identity providers that have a rule for the role")).not.toBeChecked();
});

test("the text is saved as a file of its account's name", async ({ page }) => {
  await signIn(page, "corp", "admin");
  await page.goto(`/admin/set-up?account=${PAYMENTS_PROD}&format=terraform`);
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download gatehouse-payments-prod.tf" }).click();
  expect((await saved).suggestedFilename()).toBe("gatehouse-payments-prod.tf");
});

test("by keyboard: a role is ticked, a subject is typed, and the button writes it", async ({ page }) => {
  await signIn(page, "corp", "admin");
  await page.goto(`/admin/set-up?account=${PAYMENTS_PROD}`);
  await page.getByLabel("Billing").focus();
  await page.keyboard.press("Space");
  await expect(page).toHaveURL(/role=Billing/);
  await expect(page.getByRole("main").getByText(/^Everybody who can sign in/)).toBeVisible();
  await page.getByLabel("Subjects at the identity provider").focus();
  await page.keyboard.type("8c1f4b70");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("region", { name: /^CloudFormation/ })).toContainText("- 8c1f4b70");
  await expect(page.getByRole("main").getByText(/^Everybody who can sign in/)).toBeHidden();
});

test("somebody else is told that the page is for administrators, and sees none of it", async ({ page }) => {
  await signIn(page, "corp", "developer");
  await page.goto(`/admin/set-up?account=${PAYMENTS_PROD}&role=Developer`);
  await expect(page.getByRole("heading", { level: 1, name: "For administrators" })).toBeVisible();
  expect(await page.content()).not.toContain("AssumeRole");
});

for (const [theme, width] of [
  ["light", 1280],
  ["dark", 390],
] as const) {
  test(`axe finds nothing, ${theme} at ${width} pixels, with every field there is`, async ({ page }) => {
    await signIn(page, "corp", "admin");
    await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
    await page.setViewportSize({ width, height: 844 });
    await page.goto(`/admin/set-up?account=${PAYMENTS_PROD}&format=cli`);
    await expect(page.getByLabel("Subjects at the identity provider")).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.failureSummary} ${nodes[0]?.html}`)).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });
}
