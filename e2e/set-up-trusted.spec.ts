import { expect, type Page, test } from "@playwright/test";
import type { AwsAccountDescription } from "./aws/description";
import { startAws } from "./aws/start-aws";
import { PORTAL_USER } from "./demo/iam-users";
import { awsAccounts } from "./demo/organisation";
import { type IdpId, signIn } from "./portal/sign-in";
import { type OwnPortal, startOwnPortal } from "./portal/start-own-portal";

const CLICKS: readonly { readonly via: string; readonly idp: IdpId; readonly role: string }[] = [
  { via: "portal-oidc", idp: "corp", role: "Developer in payments-prod" },
  { via: "portal-oidc", idp: "workforce", role: "ReadOnly in payments-staging" },
  { via: "portal-saml", idp: "corp", role: "Deployer in payments-staging" },
  { via: "idp-oidc", idp: "workforce", role: "PowerUser in payments-dev" },
  { via: "idp-saml", idp: "corp", role: "Notebook in ml-sandbox" },
  { via: "assume-role", idp: "corp", role: "Operator in legacy-erp" },
];

/** By role name with its path: the trust policies of the script that the page shows for an account. */
async function readPolicies(page: Page, portalUrl: string, accountId: string): Promise<ReadonlyMap<string, object>> {
  await page.goto(
    `${portalUrl}/admin/set-up?${new URLSearchParams({ account: accountId, format: "cli", principal: PORTAL_USER.arn })}`,
  );
  const script = (await page.getByRole("region", { name: /^AWS CLI/ }).textContent()) ?? "";
  const roles = script.matchAll(/^trust='(\{.*?^\})'$.*?--role-name '([^']+)'.*?--path '([^']+)'/gms);
  return new Map(Array.from(roles, ([, json = "", name, path = ""]) => [`${path.slice(1)}${name}`, JSON.parse(json)]));
}

/** Roles that nobody chooses, and what is no role in IAM: the page has nothing to say about them. */
const UNLISTED: ReadonlySet<string> = new Set(["gatehouse/PortalHub", "GatehouseTrustReader", "Reports"]);

/** The organisation with every role's trust replaced by what the page says. */
async function describeAsShown(page: Page, { addresses }: OwnPortal): Promise<readonly AwsAccountDescription[]> {
  const described: AwsAccountDescription[] = [];
  for (const account of awsAccounts({ addresses })) {
    const policies = await readPolicies(page, addresses.portalUrl, account.id);
    const roles = account.roles.map((role) => {
      const trustPolicy = policies.get(role.name);
      if (trustPolicy === undefined && UNLISTED.has(role.name)) return role;
      if (trustPolicy === undefined) throw new Error(`the page shows no trust policy for ${role.name}`);
      return { ...role, trustPolicy };
    });
    described.push({ ...account, roles });
  }
  return described;
}

test("with the trust policies that the page shows in place of AWS's, every path still gives credentials at a click", async ({
  browser,
}) => {
  test.setTimeout(150_000);
  const portal = await startOwnPortal();
  const { portalUrl, basePort } = portal.addresses;
  const pageOf = async (idp: IdpId, person: "admin" | "developer") => {
    const page = await (await browser.newContext()).newPage();
    await signIn(page, idp, person, portalUrl);
    return page;
  };
  const started: { close: () => Promise<void> }[] = [];
  try {
    const shown = await describeAsShown(await pageOf("corp", "admin"), portal);
    await portal.sandbox.aws.close();
    const aws = await startAws({ port: basePort + 3, accounts: shown, mode: "parity" });
    started.push(aws);
    for (const { via, idp, role } of CLICKS) {
      const page = await pageOf(idp, "developer");
      await page.getByRole("button", { name: `Credentials for ${role}` }).click();
      await expect(page.getByRole("dialog").getByText(/^Expires in/), via).toBeVisible();
      await page.context().close();
    }
    const asked = aws.requests().filter(({ action }) => action.startsWith("AssumeRole"));
    expect(asked.map(({ status }) => status)).toEqual(CLICKS.map(() => 200));
  } finally {
    await Promise.all(started.map((server) => server.close()));
    await portal.remove();
  }
});
