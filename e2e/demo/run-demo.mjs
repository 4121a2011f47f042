import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { buildChildEnvironment } from "./child-environment.mjs";
import { formatWelcome } from "./welcome-screen.mjs";

const READY_WITHIN_MS = 60_000;
const followParent = fileURLToPath(new URL("follow-parent.mjs", import.meta.url));

/**
 * Starts the stand-ins, then the portal, and says where to go. Answers which of them ended first, and how, when one does.
 * `portalArgs` are Node's arguments for the portal: tests run another program in its place.
 * @returns {Promise<{ name: string, code: number | string, lines: readonly string[] }>}
 */
export async function runDemo({ root, options, children, progress, env, out, portalArgs = nextStart(root, options) }) {
  const directory = join(root, ".demo");
  if (options.fresh) await rm(join(directory, "data"), { recursive: true, force: true });
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const sandbox = await progress.step("starting the identity providers and AWS", () =>
    startSandbox({ root, options, children, env, directory }),
  );
  const portal = children.start({
    name: "the portal",
    args: ["--import", pathToFileURL(followParent).href, ...portalArgs],
    env: buildChildEnvironment(env, {
      NODE_ENV: "production",
      GATEHOUSE_CONFIG: sandbox.ready.configPath,
      ...sandbox.ready.portalKeys,
    }),
  });
  const crash = Promise.race([sandbox.ended, portal.ended]);
  await progress.step("starting the portal", () =>
    waitUntilReady(`${sandbox.ready.portalUrl}/api/health/ready`, crash),
  );
  out.write(`${formatWelcome(sandbox.ready, { bold: out.isTTY === true })}\n`);
  return crash;
}

function nextStart(root, { basePort }) {
  return [join(root, "node_modules/next/dist/bin/next"), "start", "-p", String(basePort), "-H", "127.0.0.1"];
}

async function startSandbox({ root, options, children, env, directory }) {
  const accounts = options.accounts === null ? [] : ["--accounts", String(options.accounts)];
  const script = join(root, "e2e/demo/sandbox.ts");
  let onReady;
  const ready = new Promise((resolve) => {
    onReady = resolve;
  });
  const { ended } = children.start({
    name: "the sandbox",
    args: ["--import", "tsx", script, "--port", String(options.basePort), "--directory", directory, ...accounts],
    env: buildChildEnvironment(env),
    onLine: (line) => {
      if (line.startsWith('{"ready":true')) onReady(JSON.parse(line));
    },
  });
  return { ended, ready: await Promise.race([ready, ended.then(throwEnded)]) };
}

/** Throws when a process ends before that, or after a minute. */
export async function waitUntilReady(url, crash) {
  let ended = null;
  crash.then((end) => {
    ended = end;
  });
  const deadlineMs = performance.now() + READY_WITHIN_MS;
  while (performance.now() < deadlineMs) {
    if (ended !== null) throwEnded(ended);
    if (await answersOk(url)) return;
    await delay(150);
  }
  throw new Error(`the portal did not become ready within a minute: ${url}`);
}

async function answersOk(url) {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(5000) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}

export function throwEnded({ name, code, lines }) {
  throw new Error([`${name} ended (${code})`, ...lines].join("\n"));
}
