import { expect, test } from "@playwright/test";
import { expectedRoles } from "./demo/organisation";
import { PEOPLE } from "./idp/people";
import { IDP_NAMES, signInByHand } from "./portal/sign-in";

const IDPS = ["corp", "workforce"] as const;

for (const idp of IDPS) {
  for (const person of PEOPLE) {
    test(`${person.id} signs in through ${IDP_NAMES[idp]} and sees exactly the roles of the table`, async ({
      page,
    }) => {
      await signInByHand(page, idp, person.id);
      const expected = expectedRoles(person.id, idp).map((role) => `${role.roleName} in ${role.accountName}`);
      if (expected.length === 0) {
        await expect(page.getByRole("heading", { name: "There is no AWS role for you yet" })).toBeVisible();
        for (const group of person.groups) await expect(page.getByText(group, { exact: true })).toBeVisible();
        await expect(page.getByText("Ask the platform team in #cloud-access")).toBeVisible();
        return;
      }
      // A role for one's own IAM user is a link to the page where its key is typed.
      const ways = page
        .getByRole("button", { name: /^Credentials for / })
        .or(page.getByRole("link", { name: /^With your IAM user for / }));
      await expect(ways).toHaveCount(expected.length);
      const shown = (await ways.allTextContents()).map((text) => text.replace(/^.*?\sfor\s+/s, "").trim());
      expect(shown.sort()).toEqual([...expected].sort());
    });
  }
}

test("the chooser remembers the identity provider that was used last", async ({ page }) => {
  await signInByHand(page, "workforce", "developer");
  await page.context().clearCookies({ name: "gatehouse-session" });
  await page.goto("/");
  await expect(page.getByRole("button", { name: "Workforce" })).toContainText("Last used");
});

test("somebody who is signed out comes back to the page they asked for", async ({ page }) => {
  await page.goto("/activity");
  await page.getByRole("button", { name: IDP_NAMES.corp }).click();
  await page.locator('button[name="person"][value="auditor"]').click();
  await expect(page).toHaveURL("/activity");
  await expect(page.getByRole("heading", { level: 1, name: "Activity" })).toBeVisible();
});
