import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Credentials } from "@aws-sdk/client-sts";

const run = promisify(execFile);

/** What Debian's `aws` prints for a command, with these keys and nobody's configuration. Rejects with what it complains of. */
export async function runAws(
  endpoint: string,
  keys: Partial<Credentials> | undefined,
  command: readonly string[],
  region = "eu-west-1",
): Promise<unknown> {
  const env: NodeJS.ProcessEnv = {
    NODE_ENV: "test",
    PATH: process.env.PATH ?? "",
    HOME: "/nonexistent",
    AWS_ACCESS_KEY_ID: keys?.AccessKeyId,
    AWS_SECRET_ACCESS_KEY: keys?.SecretAccessKey,
    ...(keys?.SessionToken === undefined ? {} : { AWS_SESSION_TOKEN: keys.SessionToken }),
    AWS_DEFAULT_REGION: region,
  };
  const options = ["--endpoint-url", endpoint, "--output", "json"];
  const { stdout } = await run("/usr/bin/aws", [...command, ...options], { env });
  return JSON.parse(stdout);
}
