import { spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type CommandChoices, planCommand } from "./iam-user-command";
import { formatPosixCommand } from "./iam-user-posix";

const CHOICES: CommandChoices = {
  device: "arn:aws:iam::630492718354:mfa/ben",
  durationSeconds: 3600,
  region: "eu-west-1",
  endpointUrl: null,
  sourceProfile: "default",
  target: { kind: "profile", profile: "mfa" },
  role: null,
};

const SECRET = "bPxRfiCY+KEY/wJalrXUtnFEMI";
const TOKEN = "FwoGZXIvYXdzE//token==";
const ENDS = "2099-12-31T23:59:59+00:00";

let home = "";
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "iam-user-command-"));
  mkdirSync(join(home, "bin"));
  // In place of the AWS CLI: keeps its arguments, and answers as `--output text` does.
  const answer = `#!/bin/sh\nprintf '%s\\0' "$@" > "${home}/args"\nprintf 'ASIAEXAMPLE\\t${SECRET}\\t${TOKEN}\\t${ENDS}\\n'\n`;
  writeFileSync(join(home, "bin", "aws"), answer);
  chmodSync(join(home, "bin", "aws"), 0o755);
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const SHELLS = ["bash", "dash", "zsh"].filter((shell) => spawnSync(shell, ["-c", "exit 0"]).status === 0);

function write(change: Partial<CommandChoices>): string {
  const parts = planCommand({ ...CHOICES, ...change });
  if (!parts.ok) throw new Error(parts.error);
  return formatPosixCommand(parts.value);
}

function run(shell: string, command: string, code = "123 456\n") {
  const path = join(home, "command.sh");
  writeFileSync(path, command);
  const env = { HOME: home, PATH: `${home}/bin:/usr/bin:/bin`, LC_ALL: "C.UTF-8", NODE_ENV: "test" } as const;
  return spawnSync(shell, [path], { env, cwd: home, input: code, encoding: "utf8" });
}

const argsOf = () => readFileSync(join(home, "args"), "utf8").split("\0").slice(0, -1);
const credentials = () => readFileSync(join(home, ".aws", "credentials"), "utf8");
const modeOf = (path: string) => statSync(path).mode & 0o777;

describe.each(SHELLS)("the command in %s", (shell) => {
  it("asks AWS with the code from its input and writes the profile, for its owner alone", () => {
    const ended = run(shell, write({}));
    expect(ended.stderr).toMatch(/^MFA code: Profile mfa holds until 2099/);
    expect(ended.status).toBe(0);
    expect(ended.stdout).toBe("");
    expect(argsOf().slice(0, 10)).toEqual([
      ...["sts", "get-session-token", "--serial-number", CHOICES.device, "--duration-seconds", "3600"],
      ...["--region", "eu-west-1", "--profile", "default"],
    ]);
    expect(argsOf()).toContain("123456");
    expect(credentials()).toBe(
      `[mfa]\naws_access_key_id = ASIAEXAMPLE\naws_secret_access_key = ${SECRET}\naws_session_token = ${TOKEN}\nregion = eu-west-1\n`,
    );
    expect(modeOf(join(home, ".aws", "credentials"))).toBe(0o600);
    expect(readdirSync(join(home, ".aws"))).toEqual(["credentials"]);
  });

  it("replaces its own profile and leaves every other line of the file as it was", () => {
    mkdirSync(join(home, ".aws"));
    const before =
      "# mine\n[default]\naws_access_key_id = AKIADEFAULT\n\n[ mfa ]\naws_access_key_id = ASIAOLD\nregion = old\n[mfa-2]\nx = 1\n";
    writeFileSync(join(home, ".aws", "credentials"), before, { mode: 0o644 });
    expect(run(shell, write({})).status).toBe(0);
    expect(credentials()).toMatch(
      /^# mine\n\[default\]\naws_access_key_id = AKIADEFAULT\n\n\[mfa-2\]\nx = 1\n\n\[mfa\]\naws_access_key_id = ASIAEXAMPLE\n/,
    );
    expect(credentials()).not.toContain("ASIAOLD");
    expect(modeOf(join(home, ".aws", "credentials"))).toBe(0o600);
  });

  it("a profile that holds a long-term key is not written over", () => {
    mkdirSync(join(home, ".aws"));
    writeFileSync(join(home, ".aws", "credentials"), "[mfa]\naws_access_key_id=AKIAPRECIOUS\n");
    const ended = run(shell, write({}));
    expect(ended.status).toBe(1);
    expect(ended.stderr).toContain("holds a long-term key");
    expect(credentials()).toBe("[mfa]\naws_access_key_id=AKIAPRECIOUS\n");
  });

  it("a credentials file that is a link stays one", () => {
    mkdirSync(join(home, ".aws"));
    writeFileSync(join(home, "elsewhere"), "");
    symlinkSync(join(home, "elsewhere"), join(home, ".aws", "credentials"));
    expect(run(shell, write({})).status).toBe(0);
    expect(lstatSync(join(home, ".aws", "credentials")).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(home, "elsewhere"), "utf8")).toContain("[mfa]");
  });

  it("writes a .env of mode 0600 and replaces only its own variables there", () => {
    writeFileSync(join(home, ".env"), "PORT=1\nexport AWS_SESSION_TOKEN=old\nAWS_REGION=old\nAWS_REGION_NOT=1\n", {
      mode: 0o644,
    });
    expect(run(shell, write({ target: { kind: "dotenv", fileName: ".env" } })).status).toBe(0);
    expect(readFileSync(join(home, ".env"), "utf8")).toBe(
      [
        ...["PORT=1", "AWS_REGION_NOT=1", "", "AWS_ACCESS_KEY_ID=ASIAEXAMPLE", `AWS_SECRET_ACCESS_KEY=${SECRET}`],
        ...[`AWS_SESSION_TOKEN=${TOKEN}`, `AWS_CREDENTIAL_EXPIRATION=${ENDS}`, "AWS_REGION=eu-west-1"],
        "AWS_DEFAULT_REGION=eu-west-1\n",
      ].join("\n"),
    );
    expect(modeOf(join(home, ".env"))).toBe(0o600);
  });

  it("puts a file of the home directory there, whatever its name holds", () => {
    expect(run(shell, write({ target: { kind: "dotenv", fileName: "~/a=b é.env" } })).status).toBe(0);
    expect(existsSync(join(home, "a=b é.env"))).toBe(true);
  });

  it("assumes the role instead, with all that the portal would send", () => {
    const role = {
      roleArn: "arn:aws:iam::630492718354:role/it's/$(touch pwned)/Dev",
      roleSessionName: "ben@example.com",
      sourceIdentity: "ben@example.com",
      tags: [{ key: "Cost Center", value: "a=b c" }],
      transitiveTagKeys: ["Cost Center"],
      policyArns: ["arn:aws:iam::aws:policy/ReadOnlyAccess"],
      externalId: "ext:1",
    };
    expect(run(shell, write({ role })).status).toBe(0);
    expect(argsOf().slice(0, 17)).toEqual([
      ...["sts", "assume-role", "--role-arn", role.roleArn, "--role-session-name", "ben@example.com"],
      ...["--external-id", "ext:1", "--source-identity", "ben@example.com", "--tags", "Key=Cost Center,Value=a=b c"],
      ...[
        "--transitive-tag-keys",
        "Cost Center",
        "--policy-arns",
        "arn=arn:aws:iam::aws:policy/ReadOnlyAccess",
        "--serial-number",
      ],
    ]);
    expect(readdirSync(home)).not.toContain("pwned");
  });

  it.each(["12345\n", "1234567\n", "abcdef\n", "$(touch pwned)\n", ""])("asks AWS nothing for the code %j", (code) => {
    expect(run(shell, write({}), code).status).toBe(1);
    expect(readdirSync(home).sort()).toEqual(["bin", "command.sh"]);
  });

  it("writes nothing when AWS refuses, whose words are shown", () => {
    writeFileSync(
      join(home, "bin", "aws"),
      "#!/bin/sh\necho 'AccessDenied: MultiFactorAuthentication failed' >&2\nexit 254\n",
    );
    const ended = run(shell, write({}));
    expect(ended.status).toBe(1);
    expect(ended.stderr).toContain("MultiFactorAuthentication failed");
    expect(existsSync(join(home, ".aws"))).toBe(false);
  });
});
