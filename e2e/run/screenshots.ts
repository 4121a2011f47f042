// `npm run screenshots`: every page, desktop and phone, light and dark, into e2e/.output/screens, with its own sandbox.
// The README's pictures, a few of them, go into e2e/screenshots.
import { copyFile, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { type Browser, type BrowserContextOptions, chromium } from "@playwright/test";
import { CHROMIUM_PATH } from "../portal/chromium";
import { signIn } from "../portal/sign-in";
import { openCredentials, VIEWS, type View } from "../portal/views";
import { withSandbox } from "../portal/with-sandbox";

const BASE_PORT = Number(process.env.GATEHOUSE_SCREENSHOT_PORT ?? 4300);
const folder = join(import.meta.dirname, "..", ".output", "screens");
const readme = join(import.meta.dirname, "..", "screenshots");

const DESKTOP = { viewport: { width: 1440, height: 900 } } as const;
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true } as const;
const DEVICES = {
  light: { ...DESKTOP, colorScheme: "light" },
  dark: { ...DESKTOP, colorScheme: "dark" },
  "phone-light": { ...PHONE, colorScheme: "light" },
  "phone-dark": { ...PHONE, colorScheme: "dark" },
} as const satisfies Record<string, BrowserContextOptions>;

/** The README's name of a picture, and which of all it is. */
const README_PICTURES = {
  "sign-in": "sign-in-light",
  roles: "roles-light",
  "roles-dark": "roles-dark",
  "roles-phone": "roles-phone-light",
  credentials: "credentials-light",
  palette: "palette-dark",
  sessions: "sessions-light",
  activity: "activity-light",
  "no-roles-phone": "no-roles-phone-light",
} as const;

async function take(browser: Browser, portalUrl: string, view: View, device: keyof typeof DEVICES): Promise<void> {
  const context = await browser.newContext({ ...DEVICES[device], baseURL: portalUrl, reducedMotion: "reduce" });
  const page = await context.newPage();
  if (view.person !== null) await signIn(page, "corp", view.person, portalUrl);
  await page.goto(view.path);
  await view.show?.(page);
  await page.waitForLoadState("networkidle");
  await page.screenshot({ path: join(folder, `${view.name}-${device}.png`), animations: "disabled" });
  await context.close();
}

/** Something to see: credentials that are open now, and lines in the activity. */
async function leaveTraces(browser: Browser, portalUrl: string): Promise<void> {
  const page = await (await browser.newContext({ baseURL: portalUrl })).newPage();
  await signIn(page, "corp", "developer", portalUrl);
  await openCredentials(page);
  await page.context().close();
}

await mkdir(folder, { recursive: true });
await withSandbox({ port: BASE_PORT }, async ({ portalUrl }) => {
  const browser = await chromium.launch({ executablePath: CHROMIUM_PATH, args: ["--no-sandbox", "--disable-gpu"] });
  const only = process.argv.slice(2);
  const views = VIEWS.filter(({ name }) => only.length === 0 || only.includes(name));
  try {
    await leaveTraces(browser, portalUrl);
    for (const view of views) {
      for (const device of ["light", "dark", "phone-light", "phone-dark"] as const) {
        await take(browser, portalUrl, view, device).catch((error: Error) => {
          process.stderr.write(`${view.name}-${device}: ${error.message}\n`);
          process.exitCode = 1;
        });
      }
    }
  } finally {
    await browser.close();
  }
  if (only.length > 0 || process.exitCode === 1) return;
  for (const [name, picture] of Object.entries(README_PICTURES)) {
    await copyFile(join(folder, `${picture}.png`), join(readme, `${name}.png`));
  }
});
