import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { fillIn } from "./fill-in";
import { readProgram, SHELLS, VALUES } from "./fixtures/run-parts";

const HOSTILE = [
  "Example Corp",
  "O'Brien & Sons",
  "'; touch /tmp/gatehouse-owned; '",
  "$(touch /tmp/gatehouse-owned)`id`",
  '"; exit 1; "',
  "back\\slash \\' and \\",
  "Müller — 株式会社",
  "@REGION@ $& $1 $'",
  "’; Remove-Item x; ‘",
];

describe("the portal's name in the program for shells", () => {
  test.each(SHELLS.flatMap((shell) => HOSTILE.map((name) => [shell.name, name, shell.words] as const)))(
    "%s takes %s as text",
    (_shell, name, [program, ...words]) => {
      const source = fillIn("sh", "NAME=@PORTAL_NAME@\nprintf '%s' \"$NAME\"\n", { ...VALUES, name });
      const { stdout, status } = spawnSync(`/usr/bin/${program}`, words, { input: source, encoding: "utf8" });
      expect({ stdout, status }).toEqual({ stdout: name, status: 0 });
    },
  );

  test("cannot move a terminal's cursor or begin a new line", () => {
    expect(fillIn("sh", "@PORTAL_NAME@", { ...VALUES, name: "a\n\u001b[2J\u202eb" })).toBe("'a  [2J b'");
  });
});

describe("the same in the program for PowerShell", () => {
  test.each(HOSTILE)("%s is letters of base64 there, which no quote of any script ends", (name) => {
    const source = fillIn("ps1", "@PORTAL_NAME@", { ...VALUES, name });
    const [, base64 = ""] =
      /^\(\[Text\.Encoding\]::UTF8\.GetString\(\[Convert\]::FromBase64String\('([\w+/=]*)'\)\)\)$/.exec(source) ?? [];
    expect(Buffer.from(base64, "base64").toString("utf8")).toBe(name);
  });

  test("leaves a file of ASCII, which version 5.1 reads as it was written", () => {
    expect(readProgram("ps1", { ...VALUES, name: "Müller — 株式会社" })).toMatch(/^[\n\t -~]*$/);
  });
});

test("no place for a value is left over, and each program has the portal's address", () => {
  for (const shell of ["sh", "ps1"] as const) expect(readProgram(shell)).not.toMatch(/@[A-Z_]+@/);
  expect(readProgram("sh")).toContain("PORTAL='https://aws.example.com'");
  expect(readProgram("ps1")).toContain(Buffer.from("https://aws.example.com").toString("base64"));
});
