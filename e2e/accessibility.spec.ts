import { test } from "@playwright/test";
import { expectNothingFound } from "./portal/expect-nothing-found";
import { signIn } from "./portal/sign-in";
import { VIEWS } from "./portal/views";

for (const view of VIEWS) {
  test(`${view.name}: axe finds nothing, in either theme, at a desk and on a phone`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    if (view.person !== null) await signIn(page, "corp", view.person);
    await page.goto(view.path);
    await view.show?.(page);
    await expectNothingFound(page);
  });
}
