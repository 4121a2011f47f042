import { readFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * Whether `node_modules` is what the lock file says. npm keeps its own account of what it installed; packages for other
 * platforms and optional ones may be missing from it.
 * @param {string} root
 * @returns {Promise<boolean>}
 */
export async function isInstalled(root) {
  const wanted = await readPackages(join(root, "package-lock.json"));
  const present = await readPackages(join(root, "node_modules", ".package-lock.json"));
  if (wanted === null || present === null) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === "") return true;
    const installed = present[path];
    if (installed === undefined) return entry.optional === true || entry.devOptional === true;
    return installed.version === entry.version;
  });
}

/** @returns {Promise<Record<string, { version?: string, optional?: boolean, devOptional?: boolean }> | null>} */
async function readPackages(path) {
  try {
    return JSON.parse(await readFile(path, "utf8")).packages ?? null;
  } catch {
    return null;
  }
}
