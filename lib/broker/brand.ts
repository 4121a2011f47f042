import "server-only";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { deriveAccent } from "#lib/config/accent";
import { currentConfig } from "#lib/config/current";
import { type LogoFile, readLogoFile } from "#lib/config/logo-file";
import { formatBrandCss } from "./brand-css";

export type Logo = LogoFile & { readonly bytes: Uint8Array<ArrayBuffer>; readonly version: string };

export type Brand = {
  readonly logo: Logo | null;
  readonly logoDark: Logo | null;
  /** Empty where the portal looks as it comes. */
  readonly css: string;
  readonly version: string;
};

declare global {
  var gatehouseBrand: Promise<Brand> | undefined;
}

/** For addresses: what has another content has another address. */
const versionOf = (content: string | Uint8Array) => createHash("sha256").update(content).digest("hex").slice(0, 16);

async function openLogo(path: string | undefined): Promise<Logo | null> {
  if (path === undefined) return null;
  const bytes = new Uint8Array(await readFile(path));
  const file = readLogoFile(bytes);
  if (!file.ok) throw new Error(`${path} ${file.error}`);
  return { ...file.value, bytes, version: versionOf(bytes) };
}

async function openBrand(): Promise<Brand> {
  const { portal } = await currentConfig();
  const [logo, logoDark] = await Promise.all([openLogo(portal.logo), openLogo(portal.logoDark)]);
  const accent = portal.accentColor === undefined ? null : deriveAccent(portal.accentColor);
  const css = formatBrandCss({ accent, logo, logoDark });
  return { logo, logoDark, css, version: versionOf(css) };
}

/** The look that the configuration gives the portal, read once: changes take effect at the next start, as all of it. */
export function currentBrand(): Promise<Brand> {
  globalThis.gatehouseBrand ??= openBrand();
  return globalThis.gatehouseBrand;
}

export type NoticeView = {
  /** Of its text: a new one is shown to whoever dismissed the old. */
  readonly id: string;
  readonly text: string;
  readonly level: "info" | "warning" | "critical";
  readonly url: string | null;
};

/** The banner of the configuration, unless its time is over. */
export async function currentNotice(now: Date): Promise<NoticeView | null> {
  const { notice } = (await currentConfig()).portal;
  if (notice === undefined) return null;
  if (notice.until !== undefined && now >= new Date(notice.until)) return null;
  return { id: versionOf(notice.text), text: notice.text, level: notice.level, url: notice.url ?? null };
}
