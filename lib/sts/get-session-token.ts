import "server-only";
import { GetSessionTokenCommand, type STSClient } from "@aws-sdk/client-sts";
import type { Credentials } from "#lib/aws/credentials";
import { toCredentials } from "./issued-session";

export type SessionTokenRequest = {
  readonly serialNumber: string;
  readonly tokenCode: string;
  /** 900 to 129,600. */
  readonly durationSeconds: number;
};

export type SessionToken = { readonly credentials: Credentials; readonly requestId: string | null };

/** GetSessionToken (STS API Reference): the caller's own session, with a second factor. Long-term keys only may sign it. */
export const getSessionToken =
  (request: SessionTokenRequest) =>
  async (client: STSClient): Promise<SessionToken | null> => {
    const answer = await client.send(
      new GetSessionTokenCommand({
        SerialNumber: request.serialNumber,
        TokenCode: request.tokenCode,
        DurationSeconds: request.durationSeconds,
      }),
    );
    const credentials = toCredentials(answer.Credentials);
    return credentials === null ? null : { credentials, requestId: answer.$metadata.requestId ?? null };
  };
