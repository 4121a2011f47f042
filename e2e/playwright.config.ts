import { defineConfig, devices } from "@playwright/test";
import { ADDRESSES, WORKERS } from "./portal/addresses";
import { CHROMIUM_PATH } from "./portal/chromium";

/** Chromium's own calls home end in refused connections on a closed network, and in noise on any other. */
const QUIET = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const TIMED = ["**/regions.spec.ts", "**/routes.security.spec.ts", "**/poisoning.security.spec.ts"];

export default defineConfig({
  testDir: ".",
  testMatch: "**/*.spec.ts",
  outputDir: ".output/artifacts",
  globalSetup: "./global-setup.ts",
  // One portal and one recorder of AWS requests serve all tests of a worker; what holds others to a time runs alone, at the end.
  workers: WORKERS,
  projects: [
    { name: "all", testIgnore: TIMED },
    { name: "timed", testMatch: TIMED, dependencies: ["all"], workers: 1 },
  ],
  fullyParallel: false,
  // A machine that stalls must not decide; what passed only then is named at the end of the run.
  retries: 1,
  forbidOnly: true,
  timeout: 45_000,
  expect: { timeout: 10_000 },
  reporter: [["line"], ["json", { outputFile: ".output/playwright.json" }]],
  use: {
    ...devices["Desktop Chrome"],
    baseURL: ADDRESSES.portalUrl,
    launchOptions: { executablePath: CHROMIUM_PATH, args: QUIET },
    // Traces and screenshots would hold credentials.
    trace: "off",
    screenshot: "off",
    video: "off",
  },
});
