import { expect, type Page, test } from "@playwright/test";
import { signIn } from "./portal/sign-in";

const askForForeignRole = (page: Page) =>
  page.evaluate(async () => {
    const headers = { "content-type": "application/json" };
    const body = JSON.stringify({ accountId: "410263915587", roleName: "Admin" });
    const response = await fetch("/api/credentials", { method: "POST", headers, body });
    return response.json();
  });

test.describe("a browser that prefers German", () => {
  test.use({ locale: "de-DE", timezoneId: "Europe/Berlin" });

  test("is spoken to in German, from the sign-in to the refusal", async ({ page }) => {
    await page.goto("/sign-in");
    await expect(page.locator("html")).toHaveAttribute("lang", "de");
    await expect(page).toHaveTitle("Anmelden · Example Corp");
    await expect(page.getByRole("heading", { name: "Anmelden" })).toBeVisible();
    await expect(page.getByText("Hier wird kein Passwort eingegeben.")).toBeVisible();
    await signIn(page, "corp", "developer");
    await expect(page).toHaveTitle("Rollen · Example Corp");
    await expect(page.getByRole("navigation").getByRole("link", { name: "Rollen" })).toBeVisible();
    expect(await askForForeignRole(page)).toMatchObject({
      error: {
        code: "role_not_granted",
        title: "Sie haben diese Rolle nicht",
        hint: expect.stringContaining("Gruppen"),
      },
    });
    await page.getByRole("button", { name: /^(Credentials|Zugangsdaten) .*Developer in payments-dev/ }).click();
    const dialog = page.getByRole("dialog");
    await expect(dialog.getByText(/^Läuft ab in/)).toBeVisible();
    await expect(dialog.getByRole("button", { name: "Block für bash, zsh Kopieren" })).toBeVisible();
    await expect(dialog.getByText(/^(Die Rolle erlaubt bis zu|Ihre Anmeldung am Portal endet in) \d+ h/)).toBeVisible();
    await page.goto("/activity");
    await expect(page.getByRole("columnheader", { name: "Ergebnis" })).toBeVisible();
    const row = page.getByRole("row").filter({ hasText: "Zugangsdaten erhalten" }).first();
    await expect(row.locator("time")).toHaveText(/^\d\d\.\d\d\.20\d\d, \d\d:\d\d$/);
    await expect(row).toContainText("Gewährt");
    await page.goto("/go?account=410263915587&role=Admin");
    await expect(page.getByRole("link", { name: "Zurück zu Ihren Rollen" })).toBeVisible();
    await page.goto("/nowhere");
    await expect(page.getByRole("heading", { name: "Diese Seite gibt es nicht" })).toBeVisible();
  });

  test("is spoken to in English from the moment somebody chooses it, after signing out too", async ({ page }) => {
    await signIn(page, "corp", "developer");
    await page.getByRole("button", { name: /, Benutzerkonto$/ }).click();
    await page.getByRole("combobox", { name: "Sprache" }).selectOption("en");
    const roles = page.getByRole("navigation").getByRole("link", { name: "Roles" });
    await expect(roles).toBeVisible();
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    await page.reload();
    await expect(roles).toBeVisible();
    await page.getByRole("button", { name: /, account$/ }).click();
    await page.getByRole("button", { name: "Sign out" }).click();
    await expect(page.getByText("You are signed out.")).toBeVisible();
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
  });
});
