import { spawnSync } from "node:child_process";
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { HOSTILE_INPUTS } from "./fixtures/hostile-inputs";
import { type CommandChoices, type CommandParts, planCommand } from "./iam-user-command";
import { formatPosixCommand } from "./iam-user-posix";
import { formatPowershellCommand } from "./iam-user-powershell";

const SAFE: CommandChoices = {
  device: "GAHT12345678",
  durationSeconds: 900,
  region: "eu-west-1",
  endpointUrl: null,
  sourceProfile: "",
  target: { kind: "profile", profile: "mfa" },
  role: null,
};

const TEXTS = HOSTILE_INPUTS.flatMap(({ accountName, roleName, profileName }) => [accountName, roleName, profileName]);

/** Every field that a person types, hostile in turn. */
const TYPED: readonly CommandChoices[] = TEXTS.flatMap((text) => [
  { ...SAFE, device: text },
  { ...SAFE, region: text },
  { ...SAFE, endpointUrl: `http://127.0.0.1/${text}` },
  { ...SAFE, sourceProfile: text },
  { ...SAFE, target: { kind: "profile" as const, profile: text } },
  { ...SAFE, target: { kind: "dotenv" as const, fileName: text } },
]);

/** What comes from the configuration and the sign-in is quoted, whatever it is. Some of all, since each starts programs. */
const CONFIGURED: readonly CommandChoices[] = HOSTILE_INPUTS.filter((_, at) => at % 4 === 0).map((input) => {
  const [roleArn, roleSessionName, sourceIdentity] = [input.accountName, input.roleName, input.region];
  const tags = [{ key: input.profileName, value: input.credentials.accessKeyId }];
  const role = {
    roleArn,
    roleSessionName,
    sourceIdentity,
    tags,
    transitiveTagKeys: [],
    policyArns: [],
    externalId: null,
  };
  return { ...SAFE, role };
});

const partsOf = (choices: readonly CommandChoices[]): readonly CommandParts[] =>
  choices.flatMap((one) => {
    const planned = planCommand(one);
    return planned.ok ? [planned.value] : [];
  });

let home = "";
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "iam-user-hostile-"));
  mkdirSync(join(home, "bin"));
  mkdirSync(join(home, "work"));
  const stub = `#!/bin/sh\nprintf '%s\\0' "$@" >> "${home}/args"\nprintf '\\001\\0' >> "${home}/args"\nprintf 'ASIA\\ts\\tt\\te\\n'\n`;
  writeFileSync(join(home, "bin", "aws"), stub);
  chmodSync(join(home, "bin", "aws"), 0o755);
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

/** As at a prompt: the shell reads the command from the same place as the code that is typed after it. */
function paste(argv: readonly [string, ...string[]], commands: readonly string[]) {
  const [shell, ...options] = argv;
  const path = join(home, "typed");
  writeFileSync(path, commands.map((command) => `${command}123 456\n`).join(""));
  const stdin = openSync(path, "r");
  const env = { HOME: home, PATH: `${home}/bin:/usr/bin:/bin`, LC_ALL: "C.UTF-8", NODE_ENV: "test" } as const;
  try {
    return spawnSync(shell, options, {
      env,
      cwd: join(home, "work"),
      stdio: [stdin, "pipe", "pipe"],
      encoding: "utf8",
      maxBuffer: 1 << 26,
    });
  } finally {
    closeSync(stdin);
  }
}

const argsOf = () =>
  readFileSync(join(home, "args"), "utf8")
    .split("\u0001\0")
    .slice(0, -1)
    .map((call) => call.split("\0").slice(0, -1));

const spoken = ({ args }: CommandParts) => args.map((arg) => arg.replaceAll("\0", ""));

const hasZsh = spawnSync("zsh", ["--version"]).status === 0;
const SHELLS = [
  { name: "bash", argv: ["bash", "--norc"] },
  { name: "bash at a prompt, with history expansion", argv: ["bash", "--norc", "--noprofile", "-i"] },
  ...(hasZsh ? [{ name: "zsh", argv: ["zsh", "-f"] } as const] : []),
] as const;

describe.each(SHELLS)("syntax escape in the command for one's own machine, in $name", ({ argv }) => {
  it("what the configuration holds arrives at aws as one argument each, and nothing else runs", () => {
    const parts = partsOf(CONFIGURED);
    expect(parts).toHaveLength(CONFIGURED.length);
    paste(argv, parts.map(formatPosixCommand));
    expect(argsOf().map((args) => args.slice(0, -6))).toEqual(parts.map(spoken));
    expect(readdirSync(join(home, "work"))).toEqual([]);
  });
});

describe("what somebody types for the command", () => {
  it("is refused, or is written to exactly the file and profile that it names", () => {
    const parts = partsOf(TYPED);
    expect(parts.length).toBeGreaterThan(20);
    expect(parts.length).toBeLessThan(TYPED.length / 4);
    for (const one of parts) {
      rmSync(join(home, ".aws"), { recursive: true, force: true });
      const ended = paste(["bash", "--norc", "-i"], [formatPosixCommand(one)]);
      if (one.target.kind === "profile") {
        const text = readFileSync(join(home, ".aws", "credentials"), "utf8");
        expect(text.split("\n")[0]).toBe(`[${one.target.profile}]`);
      } else if (!one.target.fileName.includes("/")) {
        expect(existsSync(join(home, "work", one.target.fileName)), ended.stderr).toBe(true);
      }
    }
    expect(readdirSync(join(home, "work"))).not.toContain("pwned");
  });

  it("is refused at the field", () => {
    const refusal = (change: Partial<CommandChoices>) => {
      const planned = planCommand({ ...SAFE, ...change });
      return planned.ok ? null : planned.error;
    };
    expect(refusal({ device: "arn:aws:iam::630492718354:user/ben" })).toBe("device");
    expect(refusal({ sourceProfile: "a b" })).toBe("source_profile");
    expect(refusal({ target: { kind: "profile", profile: "a]b" } })).toBe("profile");
    expect(refusal({ target: { kind: "profile", profile: "" } })).toBe("profile");
    expect(refusal({ target: { kind: "profile", profile: "default" } })).toBe("profile_is_source");
    expect(refusal({ sourceProfile: "keys", target: { kind: "profile", profile: "keys" } })).toBe("profile_is_source");
    expect(refusal({ sourceProfile: "keys", target: { kind: "profile", profile: "default" } })).toBeNull();
    for (const fileName of ["", ".", "..", "a/", "a/..", "-x", "a\nb", "a'b", "$HOME/x", "a\\b", " "]) {
      expect(refusal({ target: { kind: "dotenv", fileName } }), fileName).toBe("file_name");
    }
    expect(refusal({ region: "eu-west-1; x" })).toBe("region");
    expect(refusal({ endpointUrl: "http://x' y" })).toBe("endpoint");
  });
});

const QUOTES = "'\u2018\u2019\u201a\u201b";

/** The words of a line by the documented rules of PowerShell's tokenizer: bare ones, and verbatim strings. */
function readWords(line: string): string[] {
  const words: string[] = [];
  for (let at = 0; at < line.length; ) {
    if (line.charAt(at) === " ") at++;
    else if (QUOTES.includes(line.charAt(at))) {
      let value = "";
      for (at++; at < line.length; at++) {
        if (!QUOTES.includes(line.charAt(at))) value += line.charAt(at);
        else if (QUOTES.includes(line.charAt(at + 1)) && at + 1 < line.length) value += line.charAt(++at);
        else break;
      }
      at++;
      words.push(value);
    } else {
      const bare = /^[^ ]+/.exec(line.slice(at))?.[0] ?? "";
      words.push(bare);
      at += bare.length;
    }
  }
  return words;
}

describe("the command for PowerShell, by the documented rules of its tokenizer and not by running it", () => {
  it("syntax escape: every argument is one verbatim string or one plain word", () => {
    for (const parts of partsOf(CONFIGURED)) {
      const line =
        formatPowershellCommand(parts)
          .split("\n")
          .find((text) => text.startsWith("  $answer = aws ")) ?? "";
      const words = readWords(line.slice("  $answer = aws ".length));
      const dropped = parts.args.map((arg) => arg.replace(/[\p{Cc}\u2028\u2029\p{Cs}]/gu, ""));
      expect(words.slice(0, parts.args.length)).toEqual(dropped);
      expect(words.slice(parts.args.length, parts.args.length + 2)).toEqual(["--token-code", "$code"]);
    }
  });
});
