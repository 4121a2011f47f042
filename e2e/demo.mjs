import { fileURLToPath } from "node:url";
import { createChildren } from "./demo/children.mjs";
import { parseOptions } from "./demo/demo-options.mjs";
import { explainTakenPorts, findTakenPorts } from "./demo/free-ports.mjs";
import { explainNodeVersion } from "./demo/node-version.mjs";
import { preparePortal } from "./demo/prepare-portal.mjs";
import { createProgress } from "./demo/progress.mjs";
import { runDemo, throwEnded } from "./demo/run-demo.mjs";

// Plain Node without packages: in a bare clone nothing else is there yet.
const root = fileURLToPath(new URL("..", import.meta.url));
const children = createChildren({ cwd: root });
let stopping = false;

async function stop() {
  if (stopping) {
    children.killAll();
    process.exit(0);
  }
  stopping = true;
  process.stdout.write("\n  Stopping…\n");
  await children.stopAll();
  process.exit(0);
}
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => void stop());

async function main() {
  const problem = explainNodeVersion(process.versions.node);
  if (problem !== null) throw new Error(problem);
  const options = parseOptions(process.argv.slice(2));
  if (options.help !== null) return console.log(options.help);
  const taken = await findTakenPorts(options.basePort);
  if (taken.length > 0) throw new Error(explainTakenPorts(taken, options.basePort));
  const common = { root, children, progress: createProgress(process.stdout), env: process.env };
  await preparePortal(common);
  throwEnded(await runDemo({ ...common, options, out: process.stdout }));
}

try {
  await main();
} catch (error) {
  // While stopping, everything that ends early is meant to.
  if (!stopping) {
    process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`);
    await children.stopAll();
    process.exit(1);
  }
}
