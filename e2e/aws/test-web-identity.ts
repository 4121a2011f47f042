import {
  AssumeRoleWithWebIdentityCommand,
  type AssumeRoleWithWebIdentityResponse,
  STSClient,
} from "@aws-sdk/client-sts";
import { type RunningAws, startAws } from "./start-aws";
import { metadataXml } from "./test-assertion";
import { startTestIssuer, type TestIssuer } from "./test-issuer";
import { describeAccount, roleArn } from "./test-organisation";

export const TAGS = "https://aws.amazon.com/tags";

/** What a test changes of a call that AWS would take. */
export type WebIdentityChange = {
  readonly role?: string;
  readonly token?: string;
  readonly claims?: Record<string, unknown>;
  readonly seconds?: number;
  readonly name?: string;
  readonly policy?: string;
};

export type WebIdentityBench = {
  readonly issuer: TestIssuer;
  readonly aws: RunningAws;
  readonly assume: (change?: WebIdentityChange) => Promise<AssumeRoleWithWebIdentityResponse>;
  readonly close: () => Promise<void>;
};

/** The stand-in with a registered issuer, and AWS's own client in front of it. */
export async function startWebIdentityBench(): Promise<WebIdentityBench> {
  const issuer = await startTestIssuer("/oidc");
  const accounts = [describeAccount(issuer.url, { name: "corp", metadataXml })];
  const aws = await startAws({ port: 0, mode: "parity", accounts });
  const sts = new STSClient({ region: "eu-west-1", endpoint: aws.url, maxAttempts: 1 });
  const assume = async (change: WebIdentityChange = {}) =>
    sts.send(
      new AssumeRoleWithWebIdentityCommand({
        RoleArn: roleArn(change.role ?? "team/Developer"),
        RoleSessionName: change.name ?? "ada@example.com",
        WebIdentityToken: change.token ?? (await issuer.sign(change.claims)),
        ...(change.seconds === undefined ? {} : { DurationSeconds: change.seconds }),
        ...(change.policy === undefined ? {} : { Policy: change.policy }),
      }),
    );
  const close = async () => {
    await Promise.all([aws.close(), issuer.close()]);
  };
  return { issuer, aws, assume, close };
}
