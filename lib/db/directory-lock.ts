import "server-only";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Identifies a process beyond its pid, which is used again: in a container everything is pid 1. Linux only, else "". */
function startOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ")[19] ?? "";
  } catch {
    return "";
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

function holderOf(path: string): number | null {
  try {
    const [pid, start] = readFileSync(path, "utf8").split(" ");
    const held = Number(pid);
    if (!Number.isInteger(held) || held <= 0 || held === process.pid) return null;
    return isAlive(held) && startOf(held) === start ? held : null;
  } catch {
    return null;
  }
}

/**
 * Takes the embedded database's directory for this process: PGlite may be opened by one at a time.
 * Throws one clear sentence when another live process has it; a lock that a killed process left is taken over.
 */
export function lockDirectory(directory: string): () => void {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const path = join(directory, "lock");
  const holder = holderOf(path);
  if (holder !== null) {
    throw new Error(
      `${directory} is in use by process ${holder}: stop that one, or set database.directory or database.url`,
    );
  }
  writeFileSync(path, `${process.pid} ${startOf(process.pid)}`);
  const release = () => rmSync(path, { force: true });
  process.once("exit", release);
  return release;
}
