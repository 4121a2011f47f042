import "server-only";
import { err, type Result } from "#lib/result";
import type { SamlRefusal } from "./saml-refusal";
import type { ServiceProvider } from "./service-provider";
import { type ResponseInput, type VerifiedResponse, verifyResponse } from "./verify-response";

export type AwsResponseInput = Omit<ResponseInput, "expectation"> & {
  readonly sp: ServiceProvider;
  readonly requestId: string;
};

/**
 * Verifies a response of the IdP's second application, which is addressed to AWS but posted to the portal's `aws-acs`:
 * audience and recipient are that application's. It always answers a request of this browser: unsolicited ones are
 * refused whatever the configuration says. Replay is the caller's, as with `verifyResponse`.
 */
export async function verifyAwsResponse(input: AwsResponseInput): Promise<Result<VerifiedResponse, SamlRefusal>> {
  const { aws } = input.provider;
  if (aws === undefined)
    return err({ code: "saml_unsolicited_refused", detail: "no application for AWS is configured" });
  return verifyResponse({
    ...input,
    expectation: {
      requestId: input.requestId,
      acsUrl: aws.recipient,
      audience: aws.entityId,
      destinations: [input.sp.awsAcsUrl],
    },
  });
}
