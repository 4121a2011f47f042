import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { readProgram, runParts, SHELLS } from "./fixtures/run-parts";

test.each(SHELLS)("$name reads the whole program", ({ words: [program, ...words] }) => {
  const args = [...words, "-n"];
  const { stderr, status } = spawnSync(`/usr/bin/${program}`, args, { input: readProgram("sh"), encoding: "utf8" });
  expect({ stderr, status }).toEqual({ stderr: "", status: 0 });
});

test("ShellCheck finds nothing that a POSIX shell would take differently", () => {
  const { stdout } = spawnSync("/usr/bin/shellcheck", ["-s", "sh", "-"], {
    input: readProgram("sh"),
    encoding: "utf8",
  });
  expect(stdout).toBe("");
});

test("a program that was cut off on its way runs nothing", () => {
  const whole = readProgram("sh");
  const { stdout } = spawnSync("/usr/bin/dash", ["-s", "version"], { input: whole.slice(0, -12), encoding: "utf8" });
  expect(stdout).toBe("");
});

describe.each(SHELLS)("in $name", ({ words }) => {
  test("times are written as AWS's programs read them", () => {
    const seconds = [0, 951_782_399, 951_782_400, 1_709_164_800, 1_763_745_999, 1_798_761_599, 4_102_444_800];
    const { stdout } = runParts(words, seconds.map((one) => `to_iso ${one}; put "$NEWLINE"`).join("\n"));
    expect(stdout.trim().split("\n")).toEqual(
      seconds.map((one) => new Date(one * 1000).toISOString().replace(".000Z", "Z")),
    );
  });

  test("the challenge of a verifier is the one of RFC 7636, appendix B, and Node's", () => {
    const verifiers = ["dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk", "a".repeat(64), "0123456789abcdef".repeat(4)];
    const { stdout } = runParts(words, verifiers.map((one) => `challenge_of ${one}`).join("\n"));
    const challenges = verifiers.map((one) => createHash("sha256").update(one).digest("base64url"));
    expect(challenges[0]).toBe("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
    expect(stdout.trim().split("\n")).toEqual(challenges);
  });

  test.each([
    ['{"a":"b","name":"value"}', "value"],
    ['{"outer":{"name":12},"z":null}', "12"],
    ['{ "x" : -1.5 , "name" : "a \\"b\\" \\\\ \\u00e9" }', 'a "b" \\ ?'],
    ['{"message":"{\\"name\\":\\"inner\\"}","name":"outer"}', "outer"],
  ])("reads %s", (body, value) => {
    expect(runParts(words, "body=$(cat) && field name", body)).toEqual({ status: 0, stdout: `${value}\n`, stderr: "" });
  });

  test.each([
    '{"name":"a","name":"b"}',
    '{"name":["a"]}',
    '{"name":"a"}{"name":"b"}',
    '{"name":"a"',
    '{"name":"a\\x"}',
    '{"name" "a"}',
    '{"name":}',
    '["name"]',
    '{"other":"a"}',
    "<html>name</html>",
    "",
  ])("takes nothing from %s", (body) => {
    const { status, stdout } = runParts(words, "body=$(cat) && field name", body);
    expect({ failed: status !== 0, stdout }).toEqual({ failed: true, stdout: "" });
  });

  test.each([
    ["is_token", ["abc-_9", "A".repeat(4096)], ["", "a b", "a'b", "a\nb", "A".repeat(4097), "é"]],
    ["is_role", ["Developer", "path/to/Role+=,.@-_"], ["", "a b", "a$b", 'a"b', "a`b", "a\nb"]],
    ["is_account", ["012345678901"], ["12345678901", "1234567890123", "12345678901a", ""]],
    ["is_key", ["aB1/+="], ["", 'a"b', "a\\b", "a\nb"]],
  ] as const)("%s lets nothing else through", (check, good, bad) => {
    const lines = `${check} "$(cat; put x)" && put yes || put no`;
    // The shell cuts line ends off an output: what is checked ends in a letter that is there for that, and is cut off again.
    const ask = (text: string) => runParts(words, lines.replace('"$(cat; put x)"', '"$(cat)"'), text).stdout;
    expect(good.map(ask)).toEqual(good.map(() => "yes"));
    expect(bad.map(ask)).toEqual(bad.map(() => "no"));
  });
});
