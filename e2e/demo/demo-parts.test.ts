import { appendFile, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";

type Env = Record<string, string | undefined>;
const isFunction = (value: unknown) => typeof value === "function";
/** The demo is plain JavaScript, so that it runs in a bare clone; this is what it is expected to offer. */
async function load<T extends z.ZodRawShape>(name: string, shape: T) {
  const loaded: unknown = await import(/* @vite-ignore */ new URL(`./${name}`, import.meta.url).href);
  return z.object(shape).parse(loaded);
}

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "gatehouse-parts-"));
});
afterAll(() => rm(root, { recursive: true, force: true }));

describe("the demo's environment", () => {
  it("hands on nothing of the person's AWS set-up, nor another portal's settings", async () => {
    const { buildChildEnvironment } = await load("child-environment.mjs", {
      buildChildEnvironment: z.custom<(env: Env, own?: Env) => Env>(isFunction),
    });
    const env = buildChildEnvironment(
      { PATH: "/bin", AWS_ACCESS_KEY_ID: "AKIA", AWS_PROFILE: "prod", GATEHOUSE_CONFIG: "/etc/x", NODE_ENV: "test" },
      { NODE_ENV: "production" },
    );
    expect(env).toMatchObject({ PATH: "/bin", NODE_ENV: "production", AWS_EC2_METADATA_DISABLED: "true" });
    expect(Object.values(env)).not.toContain("AKIA");
    expect(env).not.toHaveProperty("AWS_PROFILE");
    expect(env).not.toHaveProperty("GATEHOUSE_CONFIG");
  });
});

describe("the demo's checks", () => {
  it.each([
    ["20.18.3", false],
    ["20.19.0", true],
    ["18.20.0", false],
    ["22.1.0", true],
    ["24.0.0", true],
  ])("knows whether Node %s will do", async (version, fits) => {
    const { explainNodeVersion } = await load("node-version.mjs", {
      explainNodeVersion: z.custom<(version: string) => string | null>(isFunction),
    });
    expect(explainNodeVersion(version) === null).toBe(fits);
  });

  it("knows whether node_modules is what the lock file says", async () => {
    const { isInstalled } = await load("installed-packages.mjs", {
      isInstalled: z.custom<(root: string) => Promise<boolean>>(isFunction),
    });
    const lock = (version: string) =>
      JSON.stringify({
        packages: { "": {}, "node_modules/a": { version }, "node_modules/b": { version: "1.0.0", optional: true } },
      });
    await writeFile(join(root, "package-lock.json"), lock("1.0.0"));
    expect(await isInstalled(root)).toBe(false);
    await mkdir(join(root, "node_modules"));
    const present = JSON.stringify({ packages: { "node_modules/a": { version: "1.0.0" } } });
    await writeFile(join(root, "node_modules", ".package-lock.json"), present);
    expect(await isInstalled(root)).toBe(true);
    await writeFile(join(root, "package-lock.json"), lock("1.0.1"));
    expect(await isInstalled(root)).toBe(false);
  });

  it("builds again when a source changed or the build is gone, not for a test", async () => {
    const { hashSources, isBuilt, saveStamp } = await load("build-stamp.mjs", {
      hashSources: z.custom<(root: string) => Promise<string>>(isFunction),
      isBuilt: z.custom<(root: string, sources: string) => Promise<boolean>>(isFunction),
      saveStamp: z.custom<(root: string, sources: string) => Promise<void>>(isFunction),
    });
    await mkdir(join(root, "lib", "db", "generated"), { recursive: true });
    await mkdir(join(root, ".next"));
    await writeFile(join(root, "lib", "db", "generated", "client.ts"), "");
    await writeFile(join(root, "lib", "a.ts"), "1");
    await writeFile(join(root, ".next", "BUILD_ID"), "one");
    const before = await hashSources(root);
    expect(await isBuilt(root, before)).toBe(false);
    await saveStamp(root, before);
    expect(await isBuilt(root, before)).toBe(true);
    await writeFile(join(root, "lib", "a.test.ts"), "x");
    expect(await hashSources(root)).toBe(before);
    await appendFile(join(root, "lib", "a.ts"), "2");
    expect(await hashSources(root)).not.toBe(before);
    await writeFile(join(root, ".next", "BUILD_ID"), "somebody else's");
    expect(await isBuilt(root, before)).toBe(false);
  });

  it("refuses options that make no sense", async () => {
    const { parseOptions } = await load("demo-options.mjs", {
      parseOptions: z.custom<(args: readonly string[]) => object>(isFunction),
    });
    expect(parseOptions(["--port", "5000", "--accounts", "1000"])).toMatchObject({ basePort: 5000, accounts: 1000 });
    expect(() => parseOptions(["--port", "80"])).toThrow(/--port/);
    expect(() => parseOptions(["--accounts", "many"])).toThrow(/--accounts/);
    expect(() => parseOptions(["--prot", "1"])).toThrow(/--prot/);
  });
});
