import "server-only";
import { AssumeRoleWithSAMLCommand } from "@aws-sdk/client-sts";
import type { RoleArn } from "#lib/aws/arn";
import { type StsCall, toIssuedSession } from "./issued-session";
import { type SessionPolicies, sessionPolicies } from "./session-policies";

export type SamlRequest = SessionPolicies & {
  readonly roleArn: RoleArn;
  readonly principalArn: string;
  /** The whole samlp:Response in base64, at most 100,000 characters. */
  readonly samlAssertion: string;
  readonly durationSeconds: number;
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
          ...sessionPolicies(request),
        }),
      ),
    );
