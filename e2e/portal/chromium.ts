/** The browser without its window: it paints the same and takes two thirds of the time. */
export const CHROMIUM_PATH = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium-headless-shell";
