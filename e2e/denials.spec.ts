import AxeBuilder from "@axe-core/playwright";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { z } from "zod";
import { buildRoleArn } from "#lib/aws/arn";
import { BROKEN_POLICIES, type BrokenFor } from "#lib/trust/fixtures/broken-policies";
import { listRoles } from "./demo/demo-roles";
import { PORTAL_USER } from "./demo/iam-users";
import { PORTAL_HUB } from "./demo/own-roles";
import { oidcProviderName } from "./demo/provider-names";
import { buildTrustPolicy } from "./demo/trust-policy";
import type { PersonId } from "./idp/people";
import { ADDRESSES } from "./portal/addresses";
import { copyBlock, whoAmI } from "./portal/credentials-dialog";
import { forgetRequests, listRequests } from "./portal/recorded-requests";
import { type IdpId, signIn } from "./portal/sign-in";

const PROVIDER = oidcProviderName(`${ADDRESSES.portalUrl}/oidc`);

/** A role to break, and how a person asks for it. */
type Target = {
  readonly account: string;
  readonly name: string;
  /** The portal may read trust policies in the account; else an administrator pastes. */
  readonly isRead: boolean;
  readonly answers: Readonly<Record<string, string>>;
  readonly tagKeys: readonly string[];
  readonly via: "token" | "principal";
};

const DEVELOPER: Target = {
  account: "payments-dev",
  name: "Developer",
  isRead: true,
  answers: {},
  tagKeys: ["Department"],
  via: "token",
};
const INCIDENT: Target = {
  ...DEVELOPER,
  account: "payments-prod",
  name: "Incident",
  answers: { Ticket: "OPS-4711" },
  tagKeys: ["Department", "Ticket"],
};
const OPERATOR: Target = {
  account: "legacy-erp",
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
  "StringEquals against a list": [INCIDENT, /several values of the request as if they were one/],
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

/** Sent again when the connection turned out to be closed: putting twice is putting once (RFC 9110 9.2.2). */
async function order(method: "PUT" | "DELETE", body?: object): Promise<void> {
  const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
  const send = () => fetch(`${ADDRESSES.awsUrl}/__sandbox/roles`, init);
  const response = await send().catch(send);
  if (!response.ok) throw new Error(`the stand-in refused: ${await response.text()}`);
}

/** What a person does for credentials of this role. */
async function askFor(
  page: Page,
  { name, account, answers }: Pick<Target, "name" | "account" | "answers">,
): Promise<void> {
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
  const context = await browser.newContext({ baseURL: ADDRESSES.portalUrl });
  const page = await context.newPage();
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

/** A role of the demo, as it is at the start. */
function findRole(account: string, name: string) {
  const role = listRoles().find((one) => one.account.name === account && one.name === name);
  if (role === undefined) throw new Error(`the demo has no ${name} in ${account}`);
  const { id: accountId, partition } = role.account;
  const document = buildTrustPolicy(role, { addresses: ADDRESSES, awsApplication: false });
  return { roleArn: buildRoleArn({ partition, accountId, roleName: name }), document };
}

const OIDC = oidcProviderName(ADDRESSES.oidcUrl);
const SAML_KEYS = ["aud", "iss", "sub", "sub_type", "doc", "namequalifier"].map((name) => `SAML:${name}`);
const CALLER_KEYS = ["aws:PrincipalArn", "aws:PrincipalAccount", "aws:PrincipalType"];
const CARRIED = ["aws:RequestTag/Department", "sts:SourceIdentity", "sts:RoleSessionName"];

type PathCase = {
  readonly path: string;
  readonly role: Pick<Target, "account" | "name" | "answers" | "isRead">;
  readonly as: readonly [IdpId, PersonId];
  /** Condition keys whose every value has to be known for the fix to work. */
  readonly keys: readonly string[];
};

const inAccount = (account: string, name: string, isRead = true) => ({ account, name, isRead, answers: {} });

const PATHS: readonly PathCase[] = [
  {
    path: "portal-oidc",
    role: inAccount("payments-dev", "Developer"),
    as: ["corp", "developer"],
    keys: [`${PROVIDER}:aud`, `${PROVIDER}:sub`, ...CARRIED, "aws:RequestedRegion"],
  },
  {
    path: "portal-saml",
    role: inAccount("payments-staging", "Deployer"),
    as: ["corp", "developer"],
    keys: [...SAML_KEYS, ...CARRIED],
  },
  {
    path: "idp-oidc",
    role: inAccount("payments-dev", "PowerUser"),
    as: ["workforce", "developer"],
    keys: [`${OIDC}:aud`, `${OIDC}:sub`, "sts:RoleSessionName"],
  },
  {
    path: "idp-saml",
    role: inAccount("ml-sandbox", "Notebook"),
    as: ["corp", "developer"],
    keys: [...SAML_KEYS, "sts:RoleSessionName"],
  },
  {
    path: "assume-role",
    role: inAccount("legacy-erp", "Operator", false),
    as: ["corp", "developer"],
    keys: [...CALLER_KEYS, "aws:userid", "aws:username", "sts:ExternalId", "sts:TransitiveTagKeys", ...CARRIED],
  },
  {
    path: "assume-role through a hub",
    role: inAccount("legacy-erp", "Auditor", false),
    as: ["corp", "auditor"],
    keys: [...CALLER_KEYS, "aws:MultiFactorAuthPresent", "aws:SourceIdentity", ...CARRIED],
  },
];

for (const { path, role, as, keys } of PATHS) {
  test(`${path}: the request that is explained is the one that AWS saw, key by key`, async ({ page, browser }) => {
    const { roleArn, document } = findRole(role.account, role.name);
    const [statement] = z.looseObject({ Statement: z.array(z.looseObject({})) }).parse(document).Statement;
    const StringEquals = Object.fromEntries(keys.map((key) => [key, "something-else"]));
    const trustPolicy = { Version: "2012-10-17", Statement: [{ ...statement, Condition: { StringEquals } }] };
    await order("PUT", { roleArn, trustPolicy });
    await signIn(page, ...as);
    await askFor(page, role);
    const link = await takeLink(page);
    const admin = await openAs(browser, "admin");
    await admin.goto(link);
    if (!role.isRead) {
      await admin.getByLabel(/^Paste /).fill(JSON.stringify(trustPolicy));
      await admin.getByRole("button", { name: "Explain with this policy" }).click();
    }
    const fix = await admin.getByRole("region", { name: "The fix as JSON" }).textContent();
    await admin.close();
    await order("PUT", { roleArn, trustPolicy: JSON.parse(fix ?? "") });
    await askFor(page, role);
    expect(whoAmI(await copyBlock(page))).toContain(`:assumed-role/${role.name}/`);
  });
}

test("a hub that refuses is explained as the hub", async ({ page, browser }) => {
  await order("PUT", {
    roleArn: PORTAL_HUB.arn,
    trustPolicy: {
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { AWS: PORTAL_USER.arn },
          Action: ["sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"],
          Condition: { StringEquals: { "sts:ExternalId": "another" } },
        },
      ],
    },
  });
  await signIn(page, "corp", "auditor");
  await askFor(page, inAccount("legacy-erp", "Auditor"));
  await expect(page.getByText(/asks for another external ID/)).toBeVisible();
  const admin = await openAs(browser, "admin");
  await admin.goto(await takeLink(page));
  await expect(admin.getByText("It was the hub on the way that refused")).toBeVisible();
  const fix = await admin.getByRole("region", { name: "The fix as JSON" }).textContent();
  await admin.close();
  await order("PUT", { roleArn: PORTAL_HUB.arn, trustPolicy: JSON.parse(fix ?? "") });
  await askFor(page, inAccount("legacy-erp", "Auditor"));
  expect(whoAmI(await copyBlock(page))).toContain(":assumed-role/Auditor/");
});

/** Ben is refused by a role whose trust policy nobody told the portal; answers the address of the refusal. */
async function refuseOperator(page: Page): Promise<string> {
  await order("PUT", {
    roleArn: findRole("legacy-erp", "Operator").roleArn,
    trustPolicy: {
      Version: "2012-10-17",
      Statement: [{ Effect: "Deny", Principal: { AWS: "*" }, Action: "sts:*" }],
    },
  });
  await signIn(page, "corp", "developer");
  const answer = page.waitForResponse((response) => response.url().endsWith("/api/credentials"));
  await askFor(page, OPERATOR);
  const { error } = await (await answer).json();
  return error.adminUrl;
}

const BAD_PASTES: readonly (readonly [name: string, text: string, said: RegExp])[] = [
  ["not JSON", '{ "Version": "2012-10-17", ', /This is not JSON/],
  ["200 kB", `{"Version":"${"x".repeat(200_000)}"}`, /larger than a trust policy can be/],
  ["nested a thousand deep", `${"[".repeat(1000)}${"]".repeat(1000)}`, /would not take this/],
  [
    "an unknown operator",
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"sts:AssumeRole","Condition":{"StringEqual":{"a":"b"}}}]}',
    /Statement\[0\]\.Condition\.StringEqual.*StringEquals/,
  ],
  ["over a megabyte", " ".repeat(1_100_000).concat("{}"), /Request too large/],
];

test("a pasted policy that is none is said at the field, stays in it, and AWS hears nothing of it", async ({
  page,
  browser,
}) => {
  const address = await refuseOperator(page);
  const admin = await openAs(browser, "admin");
  await admin.goto(address);
  await forgetRequests();
  const field = admin.getByLabel(/^Paste /);
  for (const [name, text, said] of BAD_PASTES) {
    await test.step(name, async () => {
      await field.fill(text);
      await admin.getByRole("button", { name: "Explain with this policy" }).click();
      await expect(admin.getByRole("alert").filter({ hasText: said })).toBeVisible();
      await expect(field).toHaveAttribute("aria-invalid", "true");
      expect(await field.inputValue()).toBe(text);
    });
  }
  expect(await listRequests()).toEqual([]);
  const { violations } = await new AxeBuilder({ page: admin }).analyze();
  expect(violations).toEqual([]);
  await admin.close();
});

test("the address of a refusal shows its person the short form, and nobody else anything", async ({
  page,
  browser,
}) => {
  const address = await refuseOperator(page);
  await page.goto(address);
  await expect(page.getByRole("heading", { name: "AWS refused this role" })).toBeVisible();
  await expect(page.getByText("What failed")).toHaveCount(0);
  const other = await openAs(browser, "auditor");
  for (const path of [address, "/admin/denials", "/admin/denials/nothing"]) {
    await other.goto(path);
    await expect(other.getByRole("heading", { name: "For administrators" })).toBeVisible();
  }
  await other.close();
});

test("a console that AWS refuses says why in its tab, and an administrator is led to the whole", async ({ page }) => {
  await signIn(page, "corp", "admin");
  await forgetRequests();
  const asAdmin: Target = { ...DEVELOPER, name: "Admin" };
  const { roleArn, values } = await learn(page, asAdmin);
  const broken = BROKEN_POLICIES.find(({ expected }) => expected === "tag_session_missing");
  await order("PUT", { roleArn, trustPolicy: broken?.build(values) });
  await page.goto("/");
  const opened = page.context().waitForEvent("page");
  await page.getByRole("button", { name: "Console as Admin in payments-dev" }).click();
  const tab = await opened;
  await expect(tab.getByText(/does not allow sts:TagSession/)).toBeVisible();
  await tab.getByRole("link", { name: "Explain this denial" }).click();
  await expect(tab.getByRole("heading", { name: "The trust policy refuses this request" })).toBeVisible();
  await expect(tab.getByText("Read from IAM just now.")).toBeVisible();
  const { violations } = await new AxeBuilder({ page: tab }).analyze();
  expect(violations).toEqual([]);
});
