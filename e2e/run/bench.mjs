// `npm run bench`: the figures, as a table and as e2e/.output/bench.json. Ends with status 1 when a bar is missed.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { buildChildEnvironment } from "../demo/child-environment.mjs";
import { createChildren } from "../demo/children.mjs";
import { preparePortal } from "../demo/prepare-portal.mjs";
import { createProgress } from "../demo/progress.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const tools = {
  root,
  children: createChildren({ cwd: root }),
  progress: createProgress(process.stdout),
  env: process.env,
};

await preparePortal(tools);
const { status } = spawnSync(process.execPath, ["--import", "tsx", "e2e/bench/figures.ts", ...process.argv.slice(2)], {
  cwd: root,
  env: { ...buildChildEnvironment(process.env), NODE_NO_WARNINGS: "1" },
  stdio: "inherit",
});
process.exit(status ?? 1);
