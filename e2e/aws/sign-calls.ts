import {
  AssumeRoleCommand,
  type AssumeRoleCommandInput,
  type Credentials,
  GetCallerIdentityCommand,
  STSClient,
} from "@aws-sdk/client-sts";

/** As the SDK signs with them. */
export type Keys = {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string | undefined;
};

/** What STS answered, to sign the next call with. */
export const toKeys = (given: Credentials | undefined): Required<Keys> => ({
  accessKeyId: given?.AccessKeyId ?? "",
  secretAccessKey: given?.SecretAccessKey ?? "",
  sessionToken: given?.SessionToken ?? "",
});

/** Calls that AWS's own SDK signs, against a stand-in that is running; asked once, so that a refusal is seen as it is. */
export function signCalls(endpoint: () => string) {
  const client = ({ accessKeyId, secretAccessKey, sessionToken }: Keys) =>
    new STSClient({
      region: "eu-west-1",
      endpoint: endpoint(),
      maxAttempts: 1,
      credentials: { accessKeyId, secretAccessKey, ...(sessionToken === undefined ? {} : { sessionToken }) },
    });
  return {
    client,
    assume: (keys: Keys, input: AssumeRoleCommandInput) => client(keys).send(new AssumeRoleCommand(input)),
    identify: (keys: Keys) => client(keys).send(new GetCallerIdentityCommand()),
  };
}
