import { execFile, execFileSync, spawn } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ADDRESSES } from "./addresses";

const HELPER = `${ADDRESSES.portalUrl}/api/cli/helper`;
/** What the helper starts that could be given a secret as an argument. */
const WATCHED = ["curl", "awk", "sed", "tr", "cut", "cat", "mv", "grep", "perl", "sha256sum", "python3"];

export type Ended = { readonly code: number; readonly stdout: string; readonly stderr: string };

/** Both programs and their checksums; throws where one is another. */
function download(home: string): void {
  const options = { cwd: home, encoding: "utf8" as const };
  for (const file of ["gatehouse", "gatehouse.sha256", "gatehouse.ps1", "gatehouse.ps1.sha256"])
    execFileSync("/usr/bin/curl", ["-fsSO", `${HELPER}/${file}`], options);
  execFileSync("/usr/bin/sha256sum", ["--check", "--strict", "gatehouse.sha256", "gatehouse.ps1.sha256"], options);
  chmodSync(join(home, "gatehouse"), 0o755);
}

const script = (path: string, lines: string) => writeFileSync(path, `#!/bin/sh\n${lines}\n`, { mode: 0o755 });

/** A browser that only writes down where it was sent, and programs that write down their arguments. */
function placePrograms(home: string): void {
  mkdirSync(join(home, "bin"));
  script(join(home, "browser"), `printf '%s\\n' "$1" >>"${home}/addresses"`);
  for (const name of WATCHED)
    script(join(home, "bin", name), `printf '%s\\n' "$@" >>"${home}/arguments"\nexec /usr/bin/${name} "$@"`);
}

const profile = (name: string, run: string) => `[profile ${name}]
credential_process = ${run}
region = eu-west-1
services = sandbox
`;

/** Runs lines as somebody pastes them, in that home. */
export const paste = (home: string, lines: string): Promise<Ended> =>
  new Promise((resolve) => {
    const env = { HOME: home, PATH: "/usr/bin:/bin", NODE_ENV: "test" } as const;
    execFile("/bin/bash", ["--norc", "-c", lines], { cwd: home, env }, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : Number(error.code ?? 1), stdout, stderr }),
    );
  });

/** A home directory with the helper in it, and a profile for each shell that runs it. */
export function makeHelperHome(shells: readonly string[], accountId: string, roleName: string) {
  const home = mkdtempSync(join(tmpdir(), "gatehouse-helper-"));
  download(home);
  placePrograms(home);
  mkdirSync(join(home, ".aws"));
  const call = `${join(home, "gatehouse")} credentials --account ${accountId} --role ${roleName}`;
  const profiles = shells.map((shell) => profile(shell.replace(/\W+/g, "-"), `/usr/bin/${shell} ${call}`));
  const services = `[services sandbox]\nsts =\n  endpoint_url = ${ADDRESSES.awsUrl}\n`;
  writeFileSync(join(home, ".aws", "config"), [profile("dev", call), ...profiles, services].join("\n"));

  const base = { HOME: home, LC_ALL: "C.UTF-8", NODE_ENV: "test", AWS_PAGER: "" } as const;
  const env = { ...base, PATH: `${join(home, "bin")}:/usr/bin:/bin`, BROWSER: join(home, "browser") };
  const run = (command: string, args: readonly string[], more: Record<string, string> = {}): Promise<Ended> =>
    new Promise((resolve) => {
      execFile(command, [...args], { cwd: home, env: { ...env, ...more } }, (error, stdout, stderr) =>
        resolve({ code: error === null ? 0 : Number(error.code ?? 1), stdout, stderr }),
      );
    });
  const kept = join(home, ".cache", "gatehouse", ADDRESSES.portalUrl.replace("http://", "").replace(":", "_"));
  const listKept = () => readdirSync(kept).filter((name) => name.startsWith("role-"));
  return {
    home,
    kept,
    /** `shell gatehouse args…`; a shell may be several words. */
    gatehouse: (shell: string, args: readonly string[], more: Record<string, string> = {}) => {
      const [program = "", ...words] = `/usr/bin/${shell}`.split(" ");
      return run(program, [...words, join(home, "gatehouse"), ...args], more);
    },
    /** Begins `shell gatehouse args…`, which tells what it says as it says it. */
    begin: (shell: string, args: readonly string[], more: Record<string, string> = {}) => {
      const [program = "", ...words] = `/usr/bin/${shell}`.split(" ");
      const child = spawn(program, [...words, join(home, "gatehouse"), ...args], {
        cwd: home,
        env: { ...env, ...more },
      });
      let said = "";
      child.stderr.on("data", (chunk: Buffer) => {
        said += chunk.toString();
      });
      const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
      return { ended, said: () => said };
    },
    whoIsAws: (profileName: string) =>
      run("/usr/bin/aws", [
        ...["sts", "get-caller-identity", "--profile", profileName, "--query", "Arn", "--output", "text"],
        ...["--endpoint-url", ADDRESSES.awsUrl],
      ]),
    forgetRoles: () => {
      for (const name of listKept()) rmSync(join(kept, name));
    },
    readSignIn: () => readFileSync(join(kept, "sign-in"), "utf8"),
    writeSignIn: (line: string) => writeFileSync(join(kept, "sign-in"), line),
    /** Every argument of every program that was started so far. */
    readArguments: () => readFileSync(join(home, "arguments"), "utf8"),
    /** Where the browser was sent, one address for each time. */
    readAddresses: () => {
      const file = join(home, "addresses");
      return existsSync(file) ? readFileSync(file, "utf8").trim().split("\n") : [];
    },
    remove: () => rmSync(home, { recursive: true, force: true }),
  };
}

export type HelperHome = ReturnType<typeof makeHelperHome>;
