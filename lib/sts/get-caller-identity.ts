import "server-only";
import { GetCallerIdentityCommand, type STSClient } from "@aws-sdk/client-sts";

export type CallerIdentity = { readonly accountId: string; readonly arn: string; readonly userId: string };

/** GetCallerIdentity (STS API Reference): whose the signature is. Needs no permission and cannot be denied. */
export const getCallerIdentity =
  () =>
  async (client: STSClient): Promise<CallerIdentity | null> => {
    const { Account, Arn, UserId } = await client.send(new GetCallerIdentityCommand({}));
    return Account && Arn && UserId ? { accountId: Account, arn: Arn, userId: UserId } : null;
  };
