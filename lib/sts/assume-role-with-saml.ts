import "server-only";
import { AssumeRoleWithSAMLCommand } from "@aws-sdk/client-sts";
import type { RoleArn } from "#lib/aws/arn";
import { type StsCall, toIssuedSession } from "./issued-session";

export type SamlRequest = {
  readonly roleArn: RoleArn;
  readonly principalArn: string;
  /** The whole samlp:Response in base64, at most 100,000 characters. */
  readonly samlAssertion: string;
  readonly durationSeconds: number;
  readonly policyArns: readonly string[];
};

/** AssumeRoleWithSAML (STS API Reference). Session name, tags and source identity are attributes of the assertion. */
export const assumeRoleWithSaml =
  (request: SamlRequest): StsCall =>
  async (client) =>
    toIssuedSession(
      await client.send(
        new AssumeRoleWithSAMLCommand({
          RoleArn: request.roleArn,
          PrincipalArn: request.principalArn,
          SAMLAssertion: request.samlAssertion,
          DurationSeconds: request.durationSeconds,
          ...(request.policyArns.length === 0 ? {} : { PolicyArns: request.policyArns.map((arn) => ({ arn })) }),
        }),
      ),
    );
