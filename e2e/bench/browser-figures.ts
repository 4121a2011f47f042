import { type Browser, chromium, type Page } from "@playwright/test";
import { CHROMIUM_PATH } from "../portal/chromium";
import { signIn } from "../portal/sign-in";
import { atMost, type Figure, plain } from "./figure";
import { median, quantile } from "./statistics";

const WORDS = ["payments prod", "readonly", "0417", "developer eu", "zzzz", "billing staging"];
const LOADS = 10;

/** What a browser paints, and when: read from its own performance timeline. Milliseconds. */
async function measureLoad(page: Page, url: string) {
  await page.goto(url, { waitUntil: "networkidle" });
  return page.evaluate(() => {
    const entries = (type: string) => performance.getEntriesByType(type);
    const fcp = entries("paint").find(({ name }) => name === "first-contentful-paint");
    const resources = entries("resource").flatMap((entry) =>
      entry instanceof PerformanceResourceTiming && entry.name.endsWith(".js") ? [entry] : [],
    );
    const scripts = resources.reduce((sum, entry) => sum + entry.encodedBodySize, 0);
    const [page] = entries("navigation");
    const html = page instanceof PerformanceNavigationTiming ? page.encodedBodySize : Number.NaN;
    return { fcpMs: fcp?.startTime ?? Number.NaN, scripts, html };
  });
}

/** Layout shifts of a load, from its very first frame on, without what follows an input. */
async function measureShift(page: Page, url: string): Promise<number> {
  await page.goto(url, { waitUntil: "networkidle" });
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) {
            if ("value" in entry && typeof entry.value === "number") sum += entry.value;
          }
        }).observe({ type: "layout-shift", buffered: true });
        setTimeout(() => resolve(sum), 500);
      }),
  );
}

/**
 * From each key's own time stamp to the frame after the list shows what was typed: the list says for which text it
 * stands in `data-query`.
 */
async function measureKeystrokes(page: Page): Promise<readonly number[]> {
  await page.evaluate(() => {
    const samples: number[] = [];
    Object.assign(window, { keySamples: samples });
    const painted = (then: () => void) =>
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = then;
        channel.port2.postMessage(null);
      });
    document.querySelector("input[type=search]")?.addEventListener("input", (event) => {
      const { timeStamp, target } = event;
      const wanted = target instanceof HTMLInputElement ? target.value : "";
      const look = () => {
        const shown = document.querySelector("[data-query]")?.getAttribute("data-query");
        if (shown === wanted) painted(() => samples.push(performance.now() - timeStamp));
        else queue();
      };
      const queue = () => setTimeout(look, 0);
      queueMicrotask(look);
    });
  });
  const field = page.locator("input[type=search]");
  for (const word of WORDS) {
    await field.fill("");
    await page.waitForTimeout(150);
    await field.pressSequentially(word, { delay: 60 });
    await page.waitForTimeout(200);
  }
  return page.evaluate(() => ("keySamples" in window && Array.isArray(window.keySamples) ? window.keySamples : []));
}

/** Intervals between frames while the list scrolls by for three seconds. Milliseconds. */
function measureScroll(page: Page): Promise<readonly number[]> {
  return page.evaluate(
    () =>
      new Promise<number[]>((resolve) => {
        const intervals: number[] = [];
        const startedAt = performance.now();
        let last = startedAt;
        const step = (now: number) => {
          if (now > startedAt) intervals.push(now - last);
          last = now;
          window.scrollBy(0, 90);
          if (now - startedAt < 3000) requestAnimationFrame(step);
          else resolve(intervals.slice(1));
        };
        requestAnimationFrame(step);
      }),
  );
}

/** From the click to the credentials on screen. Milliseconds. */
async function measureClick(page: Page, rounds: number): Promise<number> {
  const samples: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const button = page.getByRole("button", { name: /^Credentials for ReadOnly in / }).first();
    await button.scrollIntoViewIfNeeded();
    samples.push(
      await button.evaluate(
        (element) =>
          new Promise<number>((resolve) => {
            const startedAt = performance.now();
            const observer = new MutationObserver(() => {
              if (!/ASIA[A-Z0-9]{16}/.test(document.querySelector("[role=dialog]")?.textContent ?? "")) return;
              observer.disconnect();
              requestAnimationFrame(() => resolve(performance.now() - startedAt));
            });
            observer.observe(document.body, { subtree: true, childList: true, characterData: true });
            if (element instanceof HTMLElement) element.click();
          }),
      ),
    );
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
  }
  return median(samples.slice(1));
}

const launch = (flags: readonly string[] = []) =>
  chromium.launch({ executablePath: CHROMIUM_PATH, args: ["--no-sandbox", "--disable-gpu", ...flags] });

/** A display shows a frame every 16.7 ms, which adds half of that to what the page itself takes: here frames do not wait for it. */
async function measureKeystrokesWithoutDisplay(portalUrl: string): Promise<readonly number[]> {
  const browser = await launch(["--disable-frame-rate-limit", "--disable-gpu-vsync"]);
  try {
    const page = await openPage(browser, portalUrl);
    await page.goto(portalUrl, { waitUntil: "networkidle" });
    return await measureKeystrokes(page);
  } finally {
    await browser.close();
  }
}

async function openPage(browser: Browser, portalUrl: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: portalUrl, viewport: { width: 1280, height: 900 } });
  // What measures inside the page is compiled with calls of this, which no page has.
  await context.addInitScript({ content: "globalThis.__name = (named) => named;" });
  const page = await context.newPage();
  await signIn(page, "workforce", "admin", portalUrl);
  return page;
}

/** The role page of somebody with 10,000 roles, in a real browser. `stsMs`: what STS itself takes, measured in the same run. */
export async function measureBrowser(portalUrl: string, stsMs: number): Promise<readonly Figure[]> {
  const ownKeys = await measureKeystrokesWithoutDisplay(portalUrl);
  const browser = await launch();
  try {
    const page = await openPage(browser, portalUrl);
    const first = await measureLoad(page, portalUrl);
    const loads: number[] = [];
    for (let round = 0; round < LOADS; round++) loads.push((await measureLoad(page, portalUrl)).fcpMs);
    const shift = await measureShift(page, portalUrl);
    const keys = await measureKeystrokes(page);
    if (Math.min(keys.length, ownKeys.length) < WORDS.join("").length / 2)
      throw new Error(`only ${keys.length} key presses were seen painted`);
    await page.locator("input[type=search]").fill("");
    const frames = await measureScroll(page);
    await page.locator("input[type=search]").fill("ReadOnly");
    const clickMs = await measureClick(page, 12);
    return [
      atMost("10,000 roles: first contentful paint, warm median", median(loads), "ms", 500),
      atMost("10,000 roles: HTML and data, compressed", first.html / 1000, "kB", 300),
      plain("10,000 roles: all JavaScript until idle, compressed", first.scripts / 1000, "kB"),
      atMost("10,000 roles: cumulative layout shift", shift, "", 0),
      atMost("10,000 roles: keystroke to painted result, median", median(ownKeys), "ms", 16),
      atMost("10,000 roles: keystroke to painted result, 95th percentile", quantile(ownKeys, 0.95), "ms", 50),
      plain("10,000 roles: the same on a display of 60 Hz, median", median(keys), "ms"),
      plain("10,000 roles: the same on a display of 60 Hz, 95th percentile", quantile(keys, 0.95), "ms"),
      plain(
        "10,000 roles: frames a second while scrolling",
        1000 / (frames.reduce((a, b) => a + b, 0) / frames.length),
        "/s",
      ),
      atMost("10,000 roles: frame interval while scrolling, 95th percentile", quantile(frames, 0.95), "ms", 17.5),
      atMost("10,000 roles: click to credentials on screen, over the STS time", clickMs - stsMs, "ms", 50),
    ];
  } finally {
    await browser.close();
  }
}
