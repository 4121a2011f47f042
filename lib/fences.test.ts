import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const REFUSED = [
  ["lib/aws", "#lib/config/schema", "a lower room importing a higher one"],
  ["lib/aws", "node:fs", "a pure room doing I/O"],
  ["lib/access", "#lib/db/sessions", "a decision reading the database"],
  ["lib/access", "#lib/log", "a decision logging"],
  ["lib/credentials", "#lib/sts/client", "a format talking to AWS"],
  ["lib/aws-config", "#lib/credentials/formats", "the configuration file importing a sibling"],
  ["lib/aws-config", "node:fs", "a room of the browser reading files"],
  ["lib/trust", "#lib/config/current", "the evaluator reading the configuration"],
  ["lib/session-policy", "node:zlib", "a room of the browser using Node"],
  ["lib/session-policy", "#lib/trust/condition", "the scope compiler importing a sibling"],
  ["lib/session-policy", "#lib/config/schema", "the scope compiler reading the configuration"],
  ["lib/trust", "#lib/session-policy/scope", "the evaluator importing a sibling"],
  ["lib/cli-helper", "node:fs", "what fills a program in reading files"],
  ["lib/cli-helper", "#lib/config/current", "the same reading the configuration"],
  ["lib/saml", "#lib/oidc/identity", "a sibling importing a sibling"],
  ["lib/saml", "#lib/db/saml-requests", "a protocol reaching for storage"],
  ["lib/saml", "../oidc/identity", "the same by a relative path"],
  ["lib/sts", "next/headers", "framework glue outside its two places"],
  ["lib/iam", "#lib/sts/calls", "one AWS service's room importing another's"],
  ["lib/iam", "#lib/db/sessions", "a call to AWS reading the database"],
  ["lib/auth", "#lib/iam/get-role", "sign-in calling IAM"],
  ["lib/db", "#lib/broker/portal", "storage importing a use case"],
  ["lib/broker", "next-auth", "a use case importing next-auth"],
  ["lib/broker", "@aws-sdk/client-sts", "the SDK outside lib/sts"],
  ["lib/broker", "@aws-sdk/client-iam", "the SDK outside lib/iam"],
  ["lib/broker", "@prisma/client", "Prisma outside lib/db"],
  ["lib/auth", "#lib/sts/client", "sign-in calling STS"],
  ["components/roles", "#lib/broker/portal", "a component importing a use case"],
  ["components/roles", "#lib/db/sessions", "a component importing storage"],
  ["app/api/x", "#lib/db/sessions", "a route importing storage"],
  ["app/api/x", "#lib/sts/client", "a route importing STS"],
  ["app/api/x", "@aws-sdk/client-sts", "a route importing an SDK"],
  ["e2e", "#lib/broker/portal", "a browser test reaching inside"],
] as const;

const ALLOWED = [
  ["lib/broker", "#lib/db/sessions"],
  ["lib/sts", "@aws-sdk/client-sts"],
  ["lib/iam", "@aws-sdk/client-iam"],
  ["lib/broker", "#lib/iam/get-role"],
  ["lib/broker", "#lib/cli-helper/fill-in"],
  ["lib/saml", "#lib/aws/arn"],
  ["lib/broker", "#lib/session-policy/compile-scope"],
  ["lib/db", "#lib/session-policy/scope"],
  ["lib/session-policy", "#lib/aws/region"],
  ["components/roles", "#lib/credentials/formats"],
  ["components/terminal", "#lib/aws-config/merge-config"],
  ["lib/broker", "#lib/aws-config/merge-config"],
  ["components/scope", "#lib/session-policy/scope"],
  ["app/api/x", "#lib/broker/portal"],
  ["e2e", "#lib/trust/evaluate"],
] as const;

const CONFIGS = ["biome.json", "lib/biome.json", "app/biome.json", "components/biome.json", "e2e/biome.json"];

describe("the lint fence", () => {
  const root = mkdtempSync(join(tmpdir(), "gatehouse-fences-"));
  const probe = (path: string, source: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), source);
  };
  let complaints: ReadonlySet<string>;

  // The rules are read from the tree itself; the probes stand in a copy of its folders, so that none is ever built.
  beforeAll(() => {
    for (const path of CONFIGS) probe(path, readFileSync(path, "utf8").replace('"enabled": true', '"enabled": false'));
    for (const [index, [folder, from]] of [...REFUSED, ...ALLOWED].entries()) {
      probe(`${folder}/probe${index}.ts`, `import * as it from "${from}";\nexport const used = it;\n`);
    }
    probe("lib/aws/default.ts", "export default 1;\n");
    probe("app/page.tsx", "export default function Page() { return null; }\n");
    probe("lib/aws/barrel.ts", 'export * from "./arn";\n');
    const args = ["lint", "--reporter=json", "--max-diagnostics=none", "."];
    const { stdout } = spawnSync(resolve("node_modules/.bin/biome"), args, { cwd: root, encoding: "utf8" });
    complaints = new Set(toComplaints(JSON.parse(stdout)));
  });
  afterAll(() => rmSync(root, { recursive: true }));

  test.each(REFUSED.map((row, index) => [...row, index] as const))(
    "refuses %s importing %s: %s",
    (folder, _from, _why, index) => {
      expect(complaints).toContain(`${folder}/probe${index}.ts lint/style/noRestrictedImports`);
    },
  );

  test.each(ALLOWED.map((row, index) => [...row, REFUSED.length + index] as const))(
    "lets %s import %s",
    (folder, _from, index) => {
      expect(complaints).not.toContain(`${folder}/probe${index}.ts lint/style/noRestrictedImports`);
    },
  );

  test("refuses a default export where no tool insists on one", () => {
    expect(complaints).toContain("lib/aws/default.ts lint/style/noDefaultExport");
    expect(complaints).not.toContain("app/page.tsx lint/style/noDefaultExport");
  });

  test("refuses a barrel", () => {
    expect(complaints).toContain("lib/aws/barrel.ts lint/performance/noBarrelFile");
  });
});

type Report = { diagnostics: { category: string; location: { path: string | { file: string } } }[] };

const toComplaints = (report: Report) =>
  report.diagnostics.map(
    ({ category, location: { path } }) => `${typeof path === "string" ? path : path.file} ${category}`,
  );

describe("the import map", () => {
  const folder = mkdtempSync(join(process.cwd(), "lib", "fence-"));
  beforeAll(() => {
    writeFileSync(join(folder, "index.ts"), "export const barrel = 1;\n");
    writeFileSync(
      join(folder, "use.ts"),
      `import { barrel } from "#lib/${folder.split("/").at(-1)}";\nexport const it = barrel;\n`,
    );
    writeFileSync(join(folder, "tsconfig.json"), '{ "extends": "../../tsconfig.json", "include": ["use.ts"] }\n');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test("makes a folder's barrel uncompilable", () => {
    const { stdout } = spawnSync("node_modules/.bin/tsc", ["--noEmit", "-p", folder], { encoding: "utf8" });
    expect(stdout).toContain("TS2307");
  });
});

describe("server-only", () => {
  const ROOMS = ["db", "broker", "sts", "iam"];
  const filesOf = (room: string) =>
    readdirSync(join("lib", room))
      .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
      .map((name) => join("lib", room, name));

  test.each(ROOMS.flatMap(filesOf))("%s says that it is for the server", (path) => {
    const source = readFileSync(path, "utf8");
    const isTypesOnly = !/^export (async )?(const|function)/m.test(source);
    expect(isTypesOnly || source.startsWith('import "server-only";')).toBe(true);
  });

  test("stops a server room from being loaded outside of the server", () => {
    const run = () =>
      execFileSync(
        process.execPath,
        ["--import", "tsx", "-e", 'import("#lib/db/sealed").then(() => console.log("loaded"))'],
        {
          encoding: "utf8",
          stdio: "pipe",
          env: { ...process.env, NODE_OPTIONS: "" },
        },
      );
    expect(run).toThrow(/cannot be imported from a Client Component/);
  });
});
