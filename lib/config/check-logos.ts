import { dirname, resolve } from "node:path";
import { readLogoFile } from "./logo-file";
import type { Outline } from "./outline";
import type { Finding } from "./problem";

export type ReadBytes = (path: string) => Promise<Uint8Array>;

async function checkLogo(file: string, { path, readBytes }: Source): Promise<string | null> {
  const bytes = await readBytes(resolve(dirname(path), file)).catch(() => null);
  if (bytes === null) return "cannot be read; the path counts from this configuration file";
  const read = readLogoFile(bytes);
  return read.ok ? null : read.error;
}

type Source = { readonly path: string; readonly readBytes: ReadBytes };

/** The portal's own logo: a file that is there and that browsers show. */
export async function checkLogos({ portal }: Outline, source: Source): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const key of ["logo", "logoDark"] as const) {
    const file = portal[key];
    // A reference that leads nowhere is reported as such.
    if (file === undefined || file.includes("${")) continue;
    const message = await checkLogo(file, source);
    if (message !== null) findings.push({ path: ["portal", key], message });
  }
  if (portal.logoDark !== undefined && portal.logo === undefined) {
    findings.push({ path: ["portal", "logoDark"], message: "needs portal.logo, which stands in the light theme" });
  }
  return findings;
}
