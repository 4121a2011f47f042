import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { currentConfig } from "./current";
import { describeStartFailure } from "./start-failure";

const folder = mkdtempSync(join(tmpdir(), "gatehouse-current-"));
const path = join(folder, "gatehouse.yaml");
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => {
  globalThis.gatehouseConfig = undefined;
  vi.stubEnv("GATEHOUSE_CONFIG", path);
});

const failureOf = async () => describeStartFailure(await currentConfig().catch((error: unknown) => error));

test("a missing file that GATEHOUSE_CONFIG names is said as such", async () => {
  vi.stubEnv("GATEHOUSE_CONFIG", join(folder, "nowhere.yaml"));
  expect(await failureOf()).toContain("there is no such file");
});

test("a configuration that does not hold is refused with its problems", async () => {
  writeFileSync(path, "portal: { nmae: x }");
  expect(await failureOf()).toMatch(/3 problems[\s\S]*portal\.nmae \(line 1\)/);
});

test("the configuration is read once for the whole process", async () => {
  const idp = "{ id: a, type: oidc, name: A, issuer: https://a.example, clientId: x }";
  writeFileSync(path, `portal: { url: https://p.example }\nidentityProviders: [ ${idp} ]`);
  const first = await currentConfig();
  writeFileSync(path, "gone: wrong");
  expect(await currentConfig()).toBe(first);
});
