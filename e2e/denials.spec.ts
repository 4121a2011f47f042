import { type Browser, expect, type Page, test } from "@playwright/test";
import { BROKEN_POLICIES, type BrokenFor } from "#lib/trust/fixtures/broken-policies";
import { PORTAL_USER } from "./demo/iam-users";
import type { PersonId } from "./idp/people";
import { ADDRESSES } from "./portal/addresses";
import { copyBlock, whoAmI } from "./portal/credentials-dialog";
import { forgetRequests, listRequests } from "./portal/recorded-requests";
import { signIn } from "./portal/sign-in";

const PROVIDER = new URL(ADDRESSES.portalUrl).host.concat("/oidc");

/** A role to break, and how a person asks for it. */
type Target = {
  readonly account: string;
  readonly accountId: string;
  readonly name: string;
  /** The portal may read trust policies in the account; else an administrator pastes. */
  readonly isRead: boolean;
  readonly answers: Readonly<Record<string, string>>;
  readonly tagKeys: readonly string[];
  readonly via: "token" | "principal";
};

const DEVELOPER: Target = {
  account: "payments-dev",
  accountId: "410263915587",
  name: "Developer",
  isRead: true,
  answers: {},
  tagKeys: ["Department"],
  via: "token",
};
const INCIDENT: Target = {
  ...DEVELOPER,
  account: "payments-prod",
  accountId: "",
  name: "Incident",
  answers: { Ticket: "OPS-4711" },
  tagKeys: ["Department", "Ticket"],
};
const OPERATOR: Target = {
  account: "legacy-erp",
  accountId: "841295730624",
  name: "Operator",
  isRead: false,
  answers: {},
  tagKeys: ["Department"],
  via: "principal",
};
const DATABASE_ADMIN: Target = { ...OPERATOR, name: "DatabaseAdmin", answers: { "MFA code": PORTAL_USER.mfa.code } };

/** Which role shows each mistake, and what the person who was refused reads. */
const CASES: Readonly<Record<string, readonly [Target, RegExp]>> = {
  "wrong audience": [DEVELOPER, /expects another audience/],
  "sts:TagSession is missing": [DEVELOPER, /does not allow sts:TagSession/],
  "sts:SetSourceIdentity is missing": [DEVELOPER, /does not allow sts:SetSourceIdentity/],
  "wrong provider": [DEVELOPER, /trusts another identity/],
  "subject in other letter case": [DEVELOPER, /other upper and lower case/],
  "StringEquals against a list": [INCIDENT, /several values of your request as if they were one/],
  "date has passed": [DEVELOPER, /a date that has passed/],
  "external ID is missing": [DATABASE_ADMIN, /asks for an external ID/],
  "MFA is missing": [OPERATOR, /asks for MFA/],
  "explicit deny": [DEVELOPER, /explicitly denies/],
};

/** What the administrator reads of each mistake, by its code. */
const INSIGHTS: Readonly<Record<string, RegExp>> = {
  wrong_audience: /audience/,
  tag_session_missing: /sts:TagSession/,
  source_identity_missing: /sts:SetSourceIdentity/,
  provider_name_differs: /provider/,
  case_differs: /upper and lower case|case/,
  set_operator_missing: /ForA(ny|ll)Value/,
  date_expired: /The date in the policy has passed/,
  external_id_missing: /carried no external ID/,
  mfa_missing: /has to present MFA/,
  explicit_deny: /a Deny wins over every Allow/,
};

async function order(method: "PUT" | "DELETE", body?: object): Promise<void> {
  const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
  const response = await fetch(`${ADDRESSES.awsUrl}/__sandbox/roles`, init);
  if (!response.ok) throw new Error(`the stand-in refused: ${await response.text()}`);
}

/** What a person does for credentials of this role. */
async function askFor(page: Page, { name, account, answers }: Target): Promise<void> {
  await page.goto("/");
  await page.getByRole("button", { name: `Credentials for ${name} in ${account}` }).click();
  for (const [label, value] of Object.entries(answers)) await page.getByLabel(label).fill(value);
  if (Object.keys(answers).length > 0) await page.getByRole("button", { name: "Get credentials" }).click();
}

/** What AWS saw of a request that it granted: the broken policy is right but for its one mistake. */
async function learn(page: Page, target: Target): Promise<{ roleArn: string; values: BrokenFor }> {
  await forgetRequests();
  await askFor(page, target);
  await expect(page.getByRole("dialog").getByText(/^Expires in/)).toBeVisible();
  const [seen] = (await listRequests()).filter(
    ({ action, status }) => action.startsWith("AssumeRole") && status === 200,
  );
  if (seen?.roleArn === undefined) throw new Error("AWS saw no request");
  const common = { tagKeys: target.tagKeys, sendsSourceIdentity: true };
  if (target.via === "principal") {
    const values: BrokenFor = {
      ...common,
      action: "sts:AssumeRole",
      principal: { AWS: seen.callerArn ?? "" },
      audienceKey: null,
      audience: "",
      subjectKey: "sts:RoleSessionName",
      subject: seen.roleSessionName ?? "",
    };
    return { roleArn: seen.roleArn, values };
  }
  const values: BrokenFor = {
    ...common,
    action: "sts:AssumeRoleWithWebIdentity",
    principal: { Federated: seen.providerArn ?? "" },
    audienceKey: `${PROVIDER}:aud`,
    audience: seen.audience ?? "",
    subjectKey: `${PROVIDER}:sub`,
    subject: seen.subject ?? "",
  };
  return { roleArn: seen.roleArn, values };
}

async function openAs(browser: Browser, person: PersonId): Promise<Page> {
  const page = await browser.newPage({ baseURL: ADDRESSES.portalUrl });
  await signIn(page, "corp", person);
  return page;
}

/** The link that the refused person hands on. */
async function takeLink(page: Page): Promise<string> {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"], { origin: ADDRESSES.portalUrl });
  await page.getByRole("button", { name: "Copy link for your administrator" }).click();
  await expect(page.getByRole("dialog").getByRole("button", { name: "Copied" })).toBeVisible();
  return page.evaluate(() => navigator.clipboard.readText());
}

test.afterEach(() => order("DELETE"));

for (const broken of BROKEN_POLICIES) {
  const [target, short] = CASES[broken.name] ?? [DEVELOPER, /never/];

  test(`${broken.name}: explained to the person and the administrator; the fix from the page makes the same click work`, async ({
    page,
    browser,
  }) => {
    await signIn(page, "corp", "developer");
    const { roleArn, values } = await learn(page, target);
    const trustPolicy = broken.build(values);
    await order("PUT", { roleArn, trustPolicy });

    await askFor(page, target);
    await expect(page.getByText("AWS refused this role")).toBeVisible();
    if (target.isRead) await expect(page.getByText(short)).toBeVisible();
    const link = await takeLink(page);

    const admin = await openAs(browser, "admin");
    await admin.goto(link);
    if (!target.isRead) {
      await expect(admin.getByRole("heading", { name: "The role's trust policy is not known yet" })).toBeVisible();
      await admin.getByLabel("Paste the role's trust policy").fill(JSON.stringify(trustPolicy));
      await admin.getByRole("button", { name: "Explain with this policy" }).click();
    }
    await expect(admin.getByRole("heading", { name: "The trust policy refuses this request" })).toBeVisible();
    await expect(admin.getByRole("region", { name: "What failed" })).toContainText(
      INSIGHTS[broken.expected] ?? /never/,
    );
    const fix = await admin.getByRole("region", { name: "The fix as JSON" }).textContent();
    for (const format of ["Terraform", "CloudFormation"]) {
      await admin.getByRole("tab", { name: format }).click();
      await expect(admin.getByRole("region", { name: `The fix as ${format}` })).toContainText("Statement");
    }
    await admin.goto("/admin/denials");
    await expect(
      admin
        .getByRole("row")
        .filter({ hasText: `${target.name} in ${target.account}` })
        .first(),
    ).toContainText(short);
    await admin.close();

    await order("PUT", { roleArn, trustPolicy: JSON.parse(fix ?? "") });
    await askFor(page, target);
    expect(whoAmI(await copyBlock(page))).toContain(`:assumed-role/${target.name}/`);
  });
}
