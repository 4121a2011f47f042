import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BEN } from "../demo/iam-users";
import { ADDRESSES } from "./addresses";

export const WHO_AM_I = `/usr/bin/aws sts get-caller-identity --endpoint-url ${ADDRESSES.awsUrl} --query Arn --output text`;

/** A home directory in which the person's long-term key is the AWS CLI's default profile. */
export function makeHome(): string {
  const home = mkdtempSync(join(tmpdir(), "gatehouse-iam-user-"));
  mkdirSync(join(home, ".aws"));
  const keys = `aws_access_key_id = ${BEN.accessKeyId}\naws_secret_access_key = ${BEN.secretAccessKey}\n`;
  writeFileSync(join(home, ".aws", "credentials"), `[default]\n${keys}`);
  return home;
}

type Ended = { readonly stdout: string; readonly stderr: string };

/** The command as copied, in the shell that it is for, with the code typed into it. */
export function runCommand(home: string, command: string, code: string = BEN.mfa.code): Promise<Ended> {
  const env = { HOME: home, PATH: "/usr/bin:/bin", LC_ALL: "C.UTF-8", NODE_ENV: "test" } as const;
  return new Promise((resolve) => {
    const shell = execFile("/bin/bash", ["--norc", "-c", command], { cwd: home, env }, (_, stdout, stderr) =>
      resolve({ stdout, stderr }),
    );
    shell.stdin?.end(`${code}\n`);
  });
}
