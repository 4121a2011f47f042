import type { Page } from "@playwright/test";

/** Presses a button that opens a tab, and answers the tab as soon as it has loaded. */
export async function clickForTab(page: Page, name: string): Promise<Page> {
  const [tab] = await Promise.all([page.context().waitForEvent("page"), page.getByRole("button", { name }).click()]);
  await tab.waitForLoadState();
  return tab;
}
