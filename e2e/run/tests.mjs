// Everything that CI runs, with one closing line. Needs nothing but Node: it installs what it lacks.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildChildEnvironment } from "../demo/child-environment.mjs";
import { createChildren } from "../demo/children.mjs";
import { explainNodeVersion } from "../demo/node-version.mjs";
import { preparePortal } from "../demo/prepare-portal.mjs";
import { createProgress } from "../demo/progress.mjs";
import { installSystemPackages } from "./system-packages.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const output = join(root, "e2e/.output");
/** The person's own AWS settings have no place in a test. */
const env = { ...buildChildEnvironment(process.env), NO_COLOR: "1" };
const tally = { passed: 0, failed: 0 };

const say = (text) => process.stdout.write(`\n${text}\n`);

function count(passed, failed) {
  tally.passed += passed;
  tally.failed += failed;
}

/** A tool of `node_modules/.bin`, its output shown as it comes. */
function run(tool, args) {
  const { status } = spawnSync(join(root, "node_modules/.bin", tool), args, {
    cwd: root,
    env,
    stdio: ["ignore", "inherit", "inherit"],
  });
  return status === 0;
}

/** A step that passes or fails as a whole. */
async function check(name, step) {
  say(`── ${name}`);
  const startedAt = Date.now();
  let passed = false;
  try {
    passed = (await step()) !== false;
  } catch (error) {
    process.stdout.write(`${error instanceof Error ? error.message : String(error)}\n`);
  }
  count(passed ? 1 : 0, passed ? 0 : 1);
  process.stdout.write(`${passed ? "passed" : "FAILED"} in ${Math.round((Date.now() - startedAt) / 1000)} s\n`);
  return passed;
}

/** A runner's own report decides; one that left none, or failed without saying why, has failed. */
function suite(name, { tool, args, report, read }) {
  say(`── ${name}`);
  rmSync(report, { force: true });
  const passed = run(tool, args);
  const counted = existsSync(report) ? read(JSON.parse(readFileSync(report, "utf8"))) : { passed: 0, failed: 0 };
  count(counted.passed, counted.failed + (!passed && counted.failed === 0 ? 1 : 0));
}

const vitest = {
  tool: "vitest",
  report: join(output, "vitest.json"),
  args: [
    "run",
    "--silent=passed-only",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${join(output, "vitest.json")}`,
  ],
  // A skipped test is a defect.
  read: (report) => ({ passed: report.numPassedTests, failed: report.numFailedTests + report.numPendingTests }),
};

/** One project each time: what fails in one leaves the other to be run. */
const playwright = (project) => ({
  tool: "playwright",
  report: join(output, "playwright.json"),
  args: ["test", "-c", "e2e", `--project=${project}`, "--no-deps"],
  read: ({ suites, stats }) => {
    for (const { status, title, error } of suites.flatMap(listUneven)) {
      say(status === "flaky" ? `Passed at the second attempt only: ${title}` : `Failed: ${title}`);
      process.stdout.write(`${error}\n`);
    }
    return { passed: stats.expected + stats.flaky, failed: stats.unexpected + stats.skipped };
  },
});

/** The browser tests that failed at least once, each with what was wrong, so that the end of a long output says it all. */
function listUneven({ suites = [], specs = [] }) {
  const own = specs.flatMap((spec) =>
    spec.tests
      .filter(({ status }) => status === "flaky" || status === "unexpected")
      .map(({ status, results }) => ({
        status,
        title: `${spec.file} › ${spec.title}`,
        error: results.flatMap(({ errors }) => errors.map(({ message }) => message)).join("\n"),
      })),
  );
  return [...own, ...suites.flatMap(listUneven)];
}

/** Known vulnerabilities of what is shipped, where the registry answers; not every mirror does. */
function auditPackages() {
  const { stdout } = spawnSync("npm", ["audit", "--omit=dev", "--json"], { cwd: root, env, encoding: "utf8" });
  let found;
  try {
    found = JSON.parse(stdout).metadata?.vulnerabilities;
  } catch {
    found = undefined;
  }
  if (found === undefined)
    return say("── audit: the registry does not answer, so nothing is known and nothing is counted");
  return check("audit", () => {
    process.stdout.write(`${JSON.stringify(found)}\n`);
    return found.total === 0;
  });
}

async function runAll() {
  const problem = explainNodeVersion(process.versions.node);
  if (problem !== null) throw new Error(problem);
  installSystemPackages();
  mkdirSync(output, { recursive: true });
  const tools = {
    root,
    children: createChildren({ cwd: root }),
    progress: createProgress(process.stdout),
    env: process.env,
  };
  const built = await check("packages and build", () => preparePortal(tools));
  await check("types", () => run("tsc", ["--noEmit", "-p", "."]));
  await check("lint", () => run("biome", ["ci", "--error-on-warnings", "."]));
  await auditPackages();
  suite("unit and integration", vitest);
  if (!built) return;
  suite("end to end", playwright("all"));
  suite("end to end, one at a time", playwright("timed"));
}

try {
  await runAll();
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  count(0, 1);
}
process.stdout.write(`\n${tally.passed} passed, ${tally.failed} failed\n`);
process.exit(tally.failed === 0 && tally.passed > 0 ? 0 : 1);
