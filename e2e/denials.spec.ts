import { expect, test } from "@playwright/test";
import { BROKEN_POLICIES } from "#lib/trust/fixtures/broken-policies";
import { changeRole, resetAws } from "./portal/aws-controls";
import { DATABASE_ADMIN, DEVELOPER, INCIDENT, learn, OPERATOR, type Target } from "./portal/broken-role";
import { copyBlock, whoAmI } from "./portal/credentials-dialog";
import { askFor, openAs, takeLink } from "./portal/refused-role";
import { signIn } from "./portal/sign-in";

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

test.afterEach(() => resetAws());

for (const broken of BROKEN_POLICIES) {
  const [target, short] = CASES[broken.name] ?? [DEVELOPER, /never/];

  test(`${broken.name}: explained to the person and the administrator; the fix from the page makes the same click work`, async ({
    page,
    browser,
  }) => {
    await signIn(page, "corp", "developer");
    const { roleArn, values } = await learn(page, target);
    const trustPolicy = broken.build(values);
    await changeRole({ roleArn, trustPolicy });

    await askFor(page, target);
    await expect(page.getByText("AWS refused this role")).toBeVisible();
    if (target.isRead) await expect(page.getByText(short)).toBeVisible();
    const link = await takeLink(page);

    const admin = await openAs(browser, "admin");
    await admin.goto(link);
    if (!target.isRead) {
      await admin.getByLabel(/^Paste /).fill(JSON.stringify(trustPolicy));
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

    await changeRole({ roleArn, trustPolicy: JSON.parse(fix ?? "") });
    await askFor(page, target);
    expect(whoAmI(await copyBlock(page))).toContain(`:assumed-role/${target.name}/`);
  });
}
