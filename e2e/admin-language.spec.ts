import { expect, test } from "@playwright/test";
import { changeRole, resetAws } from "./portal/aws-controls";
import { findDemoRole } from "./portal/find-demo-role";
import { openAs } from "./portal/refused-role";
import { signIn } from "./portal/sign-in";

test.use({ locale: "de-DE", timezoneId: "Europe/Berlin" });
test.afterEach(() => resetAws());

test("in German: overview and set-up speak German, and what is copied from there stays as AWS wants it", async ({
  page,
}) => {
  await signIn(page, "corp", "admin");
  await page.goto("/admin");
  await expect(page.getByText("Für die Personen, die in der Konfiguration")).toBeVisible();
  await page.getByRole("heading", { name: "Vertrauen einrichten" }).getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1, name: "Vertrauen einrichten" })).toBeVisible();
  await expect(page.getByLabel("Quellidentität erforderlich")).toBeChecked();
  await page.getByLabel("Konto").selectOption({ label: "legacy-erp (841295730624)" });
  await expect(page.getByText(/^Ausgelassen: /)).toBeVisible();
  await expect(page.getByText(/^Der eigene Prinzipal des Portals braucht/)).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: "mit CAPABILITY_NAMED_IAM" })).toContainText("Stellen Sie");
  const template = page.getByRole("region", { name: /^CloudFormation: / });
  await expect(template).toContainText("Managed policies of the role. ReadOnlyAccess until you choose");
  await expect(page.getByRole("button", { name: /\.yaml Herunterladen$/ })).toBeVisible();
});

test("in German: a denial is explained to who was refused and to the administrator, and a bad paste at its field", async ({
  page,
  browser,
}) => {
  const { roleArn } = findDemoRole("legacy-erp", "Operator");
  const Statement = [{ Effect: "Deny", Principal: { AWS: "*" }, Action: "sts:*" }];
  const trustPolicy = { Version: "2012-10-17", Statement };
  await changeRole({ roleArn, trustPolicy });
  await signIn(page, "corp", "developer");
  const ask = () =>
    page.evaluate(async () => {
      const headers = { "content-type": "application/json" };
      const body = JSON.stringify({ accountId: "841295730624", roleName: "Operator" });
      return (await fetch("/api/credentials", { method: "POST", headers, body })).json();
    });
  const admin = await openAs(browser, "admin");
  await admin.goto((await ask()).error.adminUrl);
  await admin.getByLabel(/einfügen/).fill('{"Version":"2012-10-17","Statement":[{"Effects":"Allow"}]}');
  await admin.getByRole("button", { name: "Mit dieser Richtlinie erklären" }).click();
  const problems = admin.getByRole("alert").filter({ hasText: "Statement[0]" });
  await expect(problems).toContainText("darf Effects nicht enthalten: Schreiben Sie Effect");
  await admin.getByLabel(/einfügen/).fill(JSON.stringify(trustPolicy));
  await admin.getByRole("button", { name: "Mit dieser Richtlinie erklären" }).click();
  await expect(admin.getByRole("heading", { name: "Die Vertrauensrichtlinie lehnt diese Anfrage ab" })).toBeVisible();
  await expect(admin.getByRole("region", { name: "Woran es lag" })).toContainText("ein Deny geht jedem Allow vor");
  await expect(admin.getByRole("region", { name: "Die Korrektur als JSON" })).toContainText("StringNotEquals");
  await expect(admin.getByText("Damit entfällt ein Schutz.")).toBeVisible();
  const { error } = await ask();
  expect(error.explanation).toBe(
    "Die Vertrauensrichtlinie der Rolle verweigert diese Anfrage ausdrücklich. Die Vertrauensrichtlinie der Rolle erlaubt niemandem etwas.",
  );
  await admin.goto("/admin/denials");
  await expect(admin.getByRole("row").filter({ hasText: "Operator in legacy-erp" }).first()).toContainText(
    "verweigert diese Anfrage ausdrücklich",
  );
});
