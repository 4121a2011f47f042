import { launch } from "chrome-launcher";
import lighthouse, { desktopConfig } from "lighthouse";
import { CHROMIUM_PATH } from "../portal/chromium";
import { atLeast, type Figure } from "./figure";

const BAR = 95;
const FLAGS = ["--headless=new", "--no-sandbox", "--disable-gpu"];

/** Lighthouse's own categories for each page, for a desktop, as the person of these cookies sees it. From 0 to 100. */
export async function measureLighthouse(
  portalUrl: string,
  cookie: string,
  paths: readonly string[],
): Promise<readonly Figure[]> {
  const chrome = await launch({ chromePath: CHROMIUM_PATH, chromeFlags: FLAGS });
  const figures: Figure[] = [];
  try {
    for (const path of paths) {
      const flags = {
        port: chrome.port,
        logLevel: "error",
        extraHeaders: { cookie },
        disableStorageReset: true,
      } as const;
      const result = await lighthouse(`${portalUrl}${path}`, flags, desktopConfig);
      const categories = Object.values(result?.lhr.categories ?? {});
      if (categories.length < 4) throw new Error(`Lighthouse answered nothing for ${path}`);
      for (const { title, score } of categories) {
        figures.push(atLeast(`Lighthouse ${path}: ${title}`, (score ?? Number.NaN) * 100, "", BAR));
      }
    }
  } finally {
    chrome.kill();
  }
  return figures;
}
