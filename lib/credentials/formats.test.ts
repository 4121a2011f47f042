import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import messages from "../i18n/messages/en.json";
import { EXAMPLE_INPUT } from "./fixtures/example-input";
import { FORMAT_LIST, FORMATS, isFormatId } from "./formats";

const golden = (id: string) => readFileSync(new URL(`fixtures/${id}.golden`, import.meta.url), "utf8");

describe.each(FORMAT_LIST)("the format $id", (format) => {
  it("writes its golden block", () => {
    expect(format.format(EXAMPLE_INPUT)).toBe(golden(format.id));
  });

  it("is found under its own id", () => {
    expect(FORMATS[format.id]).toBe(format);
  });

  it("says in one short sentence where to put the block", () => {
    expect(messages.credentials.formats[format.id]).toMatch(/^[A-Z].{10,120}\.$/);
  });
});

describe("isFormatId", () => {
  it("knows the ids of the record and nothing that every object has", () => {
    expect(isFormatId("bash")).toBe(true);
    expect(isFormatId("toString")).toBe(false);
    expect(isFormatId("__proto__")).toBe(false);
  });
});
