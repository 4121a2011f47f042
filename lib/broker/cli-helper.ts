import "server-only";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fillIn, HELPER_FILES, HELPER_PARTS, type HelperShell } from "#lib/cli-helper/fill-in";
import { currentConfig } from "#lib/config/current";

export type CliHelper = {
  readonly fileName: string;
  readonly text: string;
  /** Of the bytes that are served. */
  readonly sha256: string;
};

declare global {
  var gatehouseHelpers: Promise<Readonly<Record<HelperShell, CliHelper>>> | undefined;
}

/** As migrations are: files beside the build, which a start reads from where the portal lies. */
const folderOf = (shell: HelperShell) => join(process.cwd(), "lib", "cli-helper", shell);

async function openHelper(shell: HelperShell): Promise<CliHelper> {
  const { portal, aws } = await currentConfig();
  const folder = folderOf(shell);
  const parts = await Promise.all(HELPER_PARTS[shell].map((name) => readFile(join(folder, name), "utf8")));
  const text = fillIn(shell, parts.join("\n"), { url: portal.url, name: portal.name, region: aws.region });
  const sha256 = createHash("sha256").update(text).digest("hex");
  return { fileName: HELPER_FILES[shell], text, sha256 };
}

async function openHelpers(): Promise<Readonly<Record<HelperShell, CliHelper>>> {
  const [sh, ps1] = await Promise.all([openHelper("sh"), openHelper("ps1")]);
  return { sh, ps1 };
}

/** The programs that people put on their machines, with this portal's address in them; no secret is. Read once. */
export function currentHelpers(): Promise<Readonly<Record<HelperShell, CliHelper>>> {
  globalThis.gatehouseHelpers ??= openHelpers();
  return globalThis.gatehouseHelpers;
}
