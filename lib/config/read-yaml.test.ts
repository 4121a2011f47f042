import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { makeConfigurationFolder } from "./fixtures/configuration-folder";
import { IDPS } from "./fixtures/gatehouse-yaml";
import { loadConfig } from "./load";

const { folder, problemsOf, remove } = makeConfigurationFolder();
afterAll(remove);

describe("the document", () => {
  test.each<[string, string, RegExp]>([
    ["a: 1\n---\nb: 2", "two documents", /more than one document/],
    ["a:\n\t- 1", "a tab", /tab|YAML/],
    ["a: 'x", "an open quote", /closing quote/],
    ["a: *nowhere", "an unknown alias", /anchor/],
    ["a: !secret x", "a tag", /tag/],
    ["a: &a [*a]", "an alias within itself", /part of/],
    ["a: @b", "a reserved character", /reserves/],
  ])("%j, which has %s, is refused with its line", async (text, _what, message) => {
    const [problem] = await problemsOf(text);
    expect(problem?.message).toMatch(message);
    expect(problem?.line).toBeGreaterThan(0);
  });

  test("is refused in an instant when its aliases multiply", async () => {
    const levels = Array.from({ length: 12 }, (_, n) => `l${n + 1}: &l${n + 1} [${Array(9).fill(`*l${n}`).join(",")}]`);
    const started = performance.now();
    expect(await problemsOf(["l0: &l0 [x]", ...levels].join("\n"))).toHaveLength(1);
    expect(performance.now() - started).toBeLessThan(1000);
  });

  test("never shows its own text in a message about syntax", async () => {
    for (const text of ['secret: "hush-hush" x', "secret: 'hush-hush", "secret: hush-hush: y", "a: *hush-hush"]) {
      expect(JSON.stringify(await problemsOf(text))).not.toContain("hush-hush");
    }
  });

  test("with a key that stands twice is refused beside everything else", async () => {
    const problems = await problemsOf(
      `portal:\n  url: https://a.example\n  url: https://b.example\n  nmae: x\n${IDPS}`,
    );
    expect(problems).toMatchObject([
      { path: "portal.url", line: 3, message: "stands twice, first in line 2; keep one of them" },
      { path: "portal.nmae", line: 4 },
    ]);
  });

  test("may be empty or no mapping, and is refused", async () => {
    expect(await problemsOf("")).toMatchObject([{ path: "" }]);
    expect(await problemsOf("- a")).toMatchObject([
      { path: "", message: "needs to be a mapping (lines of key: value)" },
    ]);
  });

  test("that cannot be read is one problem", async () => {
    const loaded = await loadConfig({ path: join(folder, "nowhere.yaml"), env: {} });
    expect(loaded).toMatchObject({
      ok: false,
      error: [{ path: "", message: expect.stringContaining("cannot be read") }],
    });
  });
});
