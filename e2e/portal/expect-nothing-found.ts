import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** Each theme once, and each width once: colours do not change with the width, nor the layout with the theme. 320 pixels are also what a desk has left at 400 % (WCAG 2.2, 1.4.10). */
const LOOKS = [
  { colorScheme: "light", width: 1440 },
  { colorScheme: "dark", width: 320 },
] as const;

async function expectNothing(page: Page): Promise<void> {
  // Right after a change of theme some elements still have a colour of the other one: that is nobody's to read.
  await expect(async () => {
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.failureSummary} ${nodes[0]?.html}`)).toEqual([]);
  }).toPass({ timeout: 15_000 });
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
}

/** Axe finds nothing on the page as it is now, and nothing of it is wider than the window: in either theme, at a desk and on a phone. */
export async function expectNothingFound(page: Page): Promise<void> {
  for (const { colorScheme, width } of LOOKS) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.setViewportSize({ width, height: 844 });
    await expectNothing(page);
  }
}
