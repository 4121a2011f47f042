import { spawn } from "node:child_process";

const KEPT_LINES = 25;
const GRACE_MS = 5000;

/**
 * Starts processes and ends them. Each is its own process group, so that Ctrl-C in the terminal reaches the demo alone, which
 * then stops them in order; what they start themselves is stopped with them.
 * @param {{ cwd: string }} where
 */
export function createChildren({ cwd }) {
  const running = new Map();

  /** @param {{ name: string, args: readonly string[], command?: string, env: Record<string, string>, onLine?: (line: string) => void }} what */
  function start(what) {
    const child = spawn(what.command ?? process.execPath, [...what.args], {
      cwd,
      env: what.env,
      detached: process.platform !== "win32",
      // The fourth is an IPC channel: when the demo dies by force, the other ends notice.
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    });
    const lines = [];
    const keep = (line) => {
      lines.push(line);
      if (lines.length > KEPT_LINES) lines.shift();
      what.onLine?.(line);
    };
    readLines(child.stdout, keep);
    readLines(child.stderr, keep);
    const ended = new Promise((resolve) => {
      child.once("error", (error) => {
        keep(error.message);
        resolve({ name: what.name, code: 1, lines });
      });
      child.once("close", (code, signal) => resolve({ name: what.name, code: code ?? signal, lines }));
    }).finally(() => running.delete(child));
    running.set(child, ended);
    return { child, ended };
  }

  /** Runs to the end. Throws with its last lines when it fails. */
  async function run(what) {
    const { code, lines } = await start(what).ended;
    if (code !== 0) throw new Error([`${what.name} failed`, ...lines].join("\n"));
  }

  /** Asks all to end, latest first, and insists after five seconds. */
  async function stopAll() {
    for (const [child, ended] of [...running].reverse()) {
      signal(child, "SIGTERM");
      const timer = setTimeout(() => signal(child, "SIGKILL"), GRACE_MS);
      await ended;
      clearTimeout(timer);
    }
  }

  const killAll = () => [...running.keys()].forEach((child) => void signal(child, "SIGKILL"));

  return { start, run, stopAll, killAll };
}

function signal(child, name) {
  if (child.pid === undefined) return;
  try {
    if (process.platform === "win32") child.kill(name);
    else process.kill(-child.pid, name);
  } catch {
    // Already gone.
  }
}

function readLines(stream, onLine) {
  let rest = "";
  stream.setEncoding("utf8");
  stream.on("data", (text) => {
    const lines = (rest + text).split(/\r?\n/);
    rest = lines.pop() ?? "";
    for (const line of lines) if (line.trim() !== "") onLine(line);
  });
  stream.on("end", () => {
    if (rest.trim() !== "") onLine(rest);
  });
}
