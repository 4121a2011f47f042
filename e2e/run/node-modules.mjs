import { spawnSync } from "node:child_process";
import { existsSync, statSync, utimesSync } from "node:fs";

const MARK = "node_modules/.package-lock.json";

/** Whether what is installed is what the lock file says, by the mark that npm leaves. */
const isCurrent = () => existsSync(MARK) && statSync(MARK).mtimeMs >= statSync("package-lock.json").mtimeMs;

/** `npm ci` where packages are missing or older than the lock file. Nothing runs an install script. */
export function installNodeModules() {
  if (isCurrent()) return false;
  const { status } = spawnSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], { stdio: "inherit" });
  if (status !== 0) throw new Error("npm ci failed: see above");
  utimesSync(MARK, new Date(), new Date());
  return true;
}
