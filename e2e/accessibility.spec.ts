import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import type { PersonId } from "./idp/people";
import { type IdpId, signIn } from "./portal/sign-in";

type View = {
  readonly name: string;
  readonly as: readonly [IdpId, PersonId] | null;
  readonly open: (page: Page) => Promise<void>;
};

const openDialog = async (page: Page) => {
  await page.getByRole("button", { name: "Credentials for Developer in payments-dev" }).click();
  await expect(page.getByRole("dialog").getByText(/^Expires in/)).toBeVisible();
};

const openIamUser = async (page: Page) => {
  await page.goto("/iam-user");
  await page.getByRole("button", { name: "Get credentials" }).click();
  await expect(page.getByText("The code has six digits.")).toBeVisible();
};

const VIEWS: readonly View[] = [
  { name: "sign-in", as: null, open: async (page) => void (await page.goto("/sign-in?notice=refused&ref=abc")) },
  { name: "roles", as: ["corp", "admin"], open: async () => undefined },
  { name: "credentials", as: ["corp", "developer"], open: openDialog },
  { name: "activity", as: ["corp", "auditor"], open: async (page) => void (await page.goto("/activity")) },
  { name: "IAM user, with mistakes", as: ["corp", "developer"], open: openIamUser },
  {
    name: "IAM user's command",
    as: ["corp", "developer"],
    open: async (page) => {
      await page.goto("/iam-user");
      await page.getByLabel("MFA device").fill("arn:aws:iam::630492718354:mfa/ben");
      await page.getByRole("tab", { name: "Run a command" }).click();
    },
  },
  { name: "no roles", as: ["corp", "no-access"], open: async () => undefined },
  {
    name: "link to the console",
    as: ["corp", "developer"],
    open: async (page) => void (await page.goto("/go?account=payments-dev&role=Developer")),
  },
  {
    name: "a refusal",
    as: ["corp", "developer"],
    open: async (page) => void (await page.goto("/go?account=payments-dev&role=Nobody")),
  },
  { name: "no such page", as: null, open: async (page) => void (await page.goto("/nowhere")) },
];

for (const view of VIEWS) {
  test(`${view.name}: axe finds nothing, in either theme, at a desk or on a phone`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    if (view.as !== null) await signIn(page, ...view.as);
    await view.open(page);
    for (const colorScheme of ["light", "dark"] as const) {
      for (const width of [1440, 390]) {
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        await page.setViewportSize({ width, height: 844 });
        // Right after a change of theme some elements still have a colour of the other one: that is nobody's to read.
        await expect(async () => {
          const { violations } = await new AxeBuilder({ page }).analyze();
          expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.failureSummary} ${nodes[0]?.html}`)).toEqual([]);
        }).toPass({ timeout: 15_000 });
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(overflow).toBeLessThanOrEqual(0);
      }
    }
  });
}
