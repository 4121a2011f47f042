import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { buildConfigJsonSchema, formatConfigJsonSchema } from "./json-schema";
import { findKnownKeys } from "./known-keys";

test("the published JSON Schema is the one that the definition gives", () => {
  expect(readFileSync("public/gatehouse.schema.json", "utf8")).toBe(formatConfigJsonSchema());
});

test("the JSON Schema takes a reference wherever it bounds a text", () => {
  const text = JSON.stringify(buildConfigJsonSchema());
  expect(text).toContain(
    '"anyOf":[{"type":"string","pattern":"^postgres(ql)?:\\\\/\\\\/"},{"type":"string","pattern":"\\\\$\\\\{"}]',
  );
  expect(text).not.toMatch(/"type":"string","(pattern|minLength)":[^}]*"additionalProperties":false/);
});

test("the known keys of a place are those of all its kinds, and none where any key may stand", () => {
  expect([...findKnownKeys(["aws", "endpoints"])]).toEqual(["sts", "federation", "console", "iam"]);
  const provider = findKnownKeys(["identityProviders", 0]);
  expect(provider.has("metadataFile") && provider.has("clientId")).toBe(true);
  expect(findKnownKeys(["access", "accounts", 0, "roles", 3]).has("maxDuration")).toBe(true);
  expect(findKnownKeys(["access", "accounts", 0, "labels"]).size).toBe(0);
});
