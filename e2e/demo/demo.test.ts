import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const REPOSITORY = resolve(import.meta.dirname, "../..");
const BASE_PORT = 17_000 + 4 * (process.pid % 500);

// A portal that is ready at once, says what it was given, and crashes when asked.
const FAKE_PORTAL = `
import { createServer } from "node:http";
createServer((request, response) => {
  if (request.url === "/crash") { console.error("out of cheese"); process.exit(3); }
  response.end(JSON.stringify({ config: process.env.GATEHOUSE_CONFIG, key: process.env.AWS_ACCESS_KEY_ID ?? null }));
}).listen(${BASE_PORT}, "127.0.0.1");
`;
const driver = (root: string) => `
import { createChildren } from ${JSON.stringify(join(REPOSITORY, "e2e/demo/children.mjs"))};
import { createProgress } from ${JSON.stringify(join(REPOSITORY, "e2e/demo/progress.mjs"))};
import { runDemo } from ${JSON.stringify(join(REPOSITORY, "e2e/demo/run-demo.mjs"))};
const children = createChildren({ cwd: ${JSON.stringify(REPOSITORY)} });
process.on("SIGINT", async () => { await children.stopAll(); process.exit(0); });
const options = { basePort: ${BASE_PORT}, accounts: 17, fresh: false };
const end = await runDemo({ root: ${JSON.stringify(root)}, options, children, progress: createProgress(process.stdout),
  env: process.env, out: process.stdout, portalArgs: [${JSON.stringify(join(root, "portal.mjs"))}] });
console.log(end.name, end.code, end.lines.join());
await children.stopAll();
process.exit(1);
`;

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "gatehouse-demo-run-"));
  await symlink(join(REPOSITORY, "e2e"), join(root, "e2e"));
  await writeFile(join(root, "portal.mjs"), FAKE_PORTAL);
  await writeFile(join(root, "driver.mjs"), driver(root));
});
afterAll(() => rm(root, { recursive: true, force: true }));

function watch(child: ChildProcess) {
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (data) => {
      output += String(data);
    });
  }
  const ended = new Promise<number | null>((done) => child.once("close", done));
  const says = async (text: string) => {
    while (!output.includes(text)) {
      if (child.exitCode !== null) throw new Error(`ended without saying ${text}: ${output}`);
      await new Promise((done) => setTimeout(done, 50));
    }
  };
  return { ended, says, output: () => output };
}

const start = (...args: string[]) =>
  spawn(process.execPath, args, { cwd: REPOSITORY, env: { ...process.env, AWS_ACCESS_KEY_ID: "AKIAPERSONAL" } });

async function isFree(port: number): Promise<boolean> {
  return new Promise((done) => {
    const server = createServer();
    server.once("error", () => done(false));
    server.listen(port, "127.0.0.1", () => server.close(() => done(true)));
  });
}

const allFree = async () =>
  (await Promise.all([0, 1, 2, 3].map((offset) => isFree(BASE_PORT + offset)))).every(Boolean);

describe("npm run demo", () => {
  it("says in one line which port is taken and what to do", async () => {
    const server = createServer();
    await new Promise<void>((done) => server.listen(BASE_PORT + 2, "127.0.0.1", done));
    const demo = watch(start("e2e/demo.mjs", "--port", String(BASE_PORT)));
    expect(await demo.ended).toBe(1);
    server.close();
    expect(demo.output().trim()).toBe(
      `Port ${BASE_PORT + 2} is taken: stop what listens there, or run \`npm run demo -- --port 4000\` to move all four`,
    );
  });

  it("starts all, gives the portal the demo's keys and nobody's own, says where to go and as whom, and stops all on Ctrl-C with status 0", async () => {
    const child = start(join(root, "driver.mjs"));
    const demo = watch(child);
    await demo.says("Ctrl-C stops it");
    expect(demo.output()).toContain(`http://localhost:${BASE_PORT}`);
    expect(demo.output()).toContain("17 accounts");
    for (const name of ["Amara Okafor", "Ben Lindqvist", "Élodie Martin", "Daniel Mwangi", "Mei Tanaka"]) {
      expect(demo.output()).toContain(name);
    }
    for (const text of ["AKIABENLINDQVEXAMPLE", "mfa/amara.okafor  112358", "MFA code 135791"]) {
      expect(demo.output()).toContain(text);
    }
    const seen = await (await fetch(`http://127.0.0.1:${BASE_PORT}/`)).json();
    expect(seen).toEqual({ config: join(root, ".demo", "gatehouse.yaml"), key: "AKIAGATEHOUSEEXAMPLE" });
    child.kill("SIGINT");
    expect(await demo.ended).toBe(0);
    expect(await allFree()).toBe(true);
  });

  it("ends the rest with the last words of what crashed", async () => {
    const demo = watch(start(join(root, "driver.mjs")));
    await demo.says("Ctrl-C stops it");
    await fetch(`http://127.0.0.1:${BASE_PORT}/crash`).catch(() => null);
    expect(await demo.ended).toBe(1);
    expect(demo.output()).toContain("the portal 3 out of cheese");
    expect(await allFree()).toBe(true);
  });

  it("leaves nothing running when it is killed by force", async () => {
    const child = start(join(root, "driver.mjs"));
    await watch(child).says("Ctrl-C stops it");
    child.kill("SIGKILL");
    await expect.poll(allFree, { timeout: 10_000 }).toBe(true);
  });
});
