// Everything that CI runs, in one process tree, with one closing line. Needs nothing but Node; installs what it lacks.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { buildPortal, generateClient } from "./build.mjs";
import { installNodeModules } from "./node-modules.mjs";
import { installSystemPackages } from "./system-packages.mjs";

const OUTPUT = "e2e/.output";
const tally = { passed: 0, failed: 0 };

/** The person's own AWS settings have no place in a test. */
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("AWS_")));

const say = (text) => process.stdout.write(`\n${text}\n`);

function count(passed, failed) {
  tally.passed += passed;
  tally.failed += failed;
}

function run(command, args) {
  return spawnSync(command, args, { stdio: ["ignore", "inherit", "inherit"], env }).status === 0;
}

/** A step that passes or fails as a whole. */
function check(name, step) {
  say(`── ${name}`);
  const startedAt = Date.now();
  let passed = false;
  try {
    passed = step() !== false;
  } catch (error) {
    process.stdout.write(`${error instanceof Error ? error.message : error}\n`);
  }
  count(passed ? 1 : 0, passed ? 0 : 1);
  process.stdout.write(`${passed ? "passed" : "FAILED"} in ${Math.round((Date.now() - startedAt) / 1000)} s\n`);
  return passed;
}

/** A runner's own report decides; a runner that left none has failed, whatever it printed. */
function suite(name, args, report, read) {
  say(`── ${name}`);
  rmSync(report, { force: true });
  const passed = run(args[0], args.slice(1));
  const counted = existsSync(report) ? read(JSON.parse(readFileSync(report, "utf8"))) : { passed: 0, failed: 1 };
  const hidden = !passed && counted.failed === 0 ? 1 : 0;
  count(counted.passed, counted.failed + hidden);
}

const vitestCounts = (report) => ({
  passed: report.numPassedTests,
  // Skipped tests are defects, and a file that does not load has no test to fail.
  failed: report.numFailedTests + report.numPendingTests + (report.numTotalTests === 0 ? 1 : 0),
});

const playwrightCounts = ({ stats }) => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped });

try {
  installNodeModules();
  installSystemPackages();
  mkdirSync(OUTPUT, { recursive: true });
  generateClient();
  const bin = (name) => join("node_modules/.bin", name);
  check("types", () => run(bin("tsc"), ["--noEmit", "-p", "."]));
  check("lint", () => run(bin("biome"), ["ci", "--error-on-warnings", "."]));
  const vitest = join(OUTPUT, "vitest.json");
  suite("unit and integration", [bin("vitest"), "run", "--reporter=dot", "--reporter=json", `--outputFile.json=${vitest}`], vitest, vitestCounts);
  if (check("build", () => buildPortal() || true)) {
    suite("end to end", [bin("playwright"), "test", "-c", "e2e"], join(OUTPUT, "playwright.json"), playwrightCounts);
  }
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  count(0, 1);
}

process.stdout.write(`\n${tally.passed} passed, ${tally.failed} failed\n`);
process.exit(tally.failed === 0 && tally.passed > 0 ? 0 : 1);
