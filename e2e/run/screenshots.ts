// Takes the README's pictures of a running demo: `npx tsx e2e/run/screenshots.ts [http://localhost:4000]`.
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { type BrowserContextOptions, chromium, type Page } from "@playwright/test";
import { IDP_NAMES } from "../portal/sign-in";

const portalUrl = process.argv[2] ?? "http://localhost:4000";
const folder = join(import.meta.dirname, "..", "screenshots");

type Picture = {
  readonly name: string;
  readonly device: BrowserContextOptions;
  readonly person: "developer" | "no-access" | null;
  readonly show: (page: Page) => Promise<void>;
};

const DESKTOP = { viewport: { width: 1440, height: 900 }, colorScheme: "light" } as const;
const DARK = { ...DESKTOP, colorScheme: "dark" } as const;
const PHONE = { viewport: { width: 390, height: 844 }, colorScheme: "light", isMobile: true, hasTouch: true } as const;

async function openCredentials(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Credentials for Developer in payments-prod" }).click();
  await page.getByText(/^Expires in/).waitFor();
  // Masked, as they are until somebody asks; a picture with a readable secret is not taken.
  if (await page.getByText(/AWS_SECRET_ACCESS_KEY='[^•]/).count()) throw new Error("a secret is readable");
  await page.getByText(/ASIA[A-Z0-9]{16}/).evaluateAll((blocks) => {
    for (const block of blocks) block.innerHTML = block.innerHTML.replace(/ASIA[A-Z0-9]{16}/g, "ASIAEXAMPLEEXAMPLE00");
  });
}

const openActivity = async (page: Page) => {
  await openCredentials(page);
  await page.goto(`${portalUrl}/activity`);
  await page.getByRole("heading", { level: 1, name: "Activity" }).waitFor();
};

const asItIs = async () => undefined;

const PICTURES: readonly Picture[] = [
  { name: "sign-in", device: DESKTOP, person: null, show: (page) => page.goto(portalUrl).then(asItIs) },
  { name: "roles", device: DESKTOP, person: "developer", show: asItIs },
  { name: "roles-dark", device: DARK, person: "developer", show: asItIs },
  { name: "roles-phone", device: PHONE, person: "developer", show: asItIs },
  { name: "credentials", device: DESKTOP, person: "developer", show: openCredentials },
  { name: "activity", device: DESKTOP, person: "developer", show: openActivity },
  { name: "no-roles-phone", device: PHONE, person: "no-access", show: asItIs },
];

async function signIn(page: Page, person: string): Promise<void> {
  await page.goto(portalUrl);
  await page.getByRole("button", { name: IDP_NAMES.corp }).click();
  await page.locator(`button[name="person"][value="${person}"]`).click();
  await page.waitForURL(`${portalUrl}/`);
  await page.getByRole("heading", { level: 1 }).waitFor();
}

const executablePath = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
try {
  await mkdir(folder, { recursive: true });
  for (const { name, device, person, show } of PICTURES) {
    const context = await browser.newContext({ ...device, reducedMotion: "reduce" });
    const page = await context.newPage();
    if (person !== null) await signIn(page, person);
    await show(page);
    await page.waitForLoadState("networkidle");
    await page.screenshot({ path: join(folder, `${name}.png`), animations: "disabled" });
    await context.close();
  }
} finally {
  await browser.close();
}
