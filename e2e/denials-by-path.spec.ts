import { expect, test } from "@playwright/test";
import { z } from "zod";
import { PORTAL_USER } from "./demo/iam-users";
import { PORTAL_HUB } from "./demo/own-roles";
import { oidcProviderName } from "./demo/provider-names";
import type { PersonId } from "./idp/people";
import { ADDRESSES } from "./portal/addresses";
import { changeRole, resetAws } from "./portal/aws-controls";
import { PROVIDER } from "./portal/broken-role";
import { copyBlock, whoAmI } from "./portal/credentials-dialog";
import { findDemoRole } from "./portal/find-demo-role";
import { type Asked, askFor, inAccount, openAs, takeLink } from "./portal/refused-role";
import { type IdpId, signIn } from "./portal/sign-in";

test.afterEach(() => resetAws());

const OIDC = oidcProviderName(ADDRESSES.oidcUrl);
const SAML_KEYS = ["aud", "iss", "sub", "sub_type", "doc", "namequalifier"].map((name) => `SAML:${name}`);
const CALLER_KEYS = ["aws:PrincipalArn", "aws:PrincipalAccount", "aws:PrincipalType"];
const CARRIED = ["aws:RequestTag/Department", "sts:SourceIdentity", "sts:RoleSessionName"];

type PathCase = {
  readonly path: string;
  readonly role: Asked;
  readonly as: readonly [IdpId, PersonId];
  /** Condition keys whose every value has to be known for the fix to work. */
  readonly keys: readonly string[];
};

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
    const { roleArn, document } = findDemoRole(role.account, role.name);
    const [statement] = z.looseObject({ Statement: z.array(z.looseObject({})) }).parse(document).Statement;
    const StringEquals = Object.fromEntries(keys.map((key) => [key, "something-else"]));
    const trustPolicy = { Version: "2012-10-17", Statement: [{ ...statement, Condition: { StringEquals } }] };
    await changeRole({ roleArn, trustPolicy });
    await signIn(page, ...as);
    await askFor(page, role);
    const link = await takeLink(page);
    const admin = await openAs(browser, "admin");
    await admin.goto(link);
    if (!role.isRead) {
      await admin.getByLabel(/^Paste /).fill(JSON.stringify(trustPolicy));
      await admin.getByRole("button", { name: "Explain with this policy" }).click();
    }
    // What an earlier test pasted for the same role may stand there until then.
    await expect(admin.getByRole("region", { name: "The trust policy as JSON" })).toContainText("something-else");
    const fix = await admin.getByRole("region", { name: "The fix as JSON" }).textContent();
    await admin.close();
    await changeRole({ roleArn, trustPolicy: JSON.parse(fix ?? "") });
    await askFor(page, role);
    expect(whoAmI(await copyBlock(page))).toContain(`:assumed-role/${role.name}/`);
  });
}

test("a hub that refuses is explained as the hub", async ({ page, browser }) => {
  await changeRole({
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
  await changeRole({ roleArn: PORTAL_HUB.arn, trustPolicy: JSON.parse(fix ?? "") });
  await askFor(page, inAccount("legacy-erp", "Auditor"));
  expect(whoAmI(await copyBlock(page))).toContain(":assumed-role/Auditor/");
});
