// `npm run build`: installs and builds what is missing or out of date, and nothing else.
import { fileURLToPath } from "node:url";
import { createChildren } from "../demo/children.mjs";
import { preparePortal } from "../demo/prepare-portal.mjs";
import { createProgress } from "../demo/progress.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));

try {
  await preparePortal({
    root,
    children: createChildren({ cwd: root }),
    progress: createProgress(process.stdout),
    env: process.env,
  });
} catch (error) {
  process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
