import "server-only";
import { GetRoleCommand, IAMClient } from "@aws-sdk/client-iam";
import { type Partition, partitionRow } from "#lib/aws/partition";
import { err, ok, type Result } from "#lib/result";

export type RoleTrust = {
  /** The trust policy as JSON text. */
  readonly document: string;
  /** The role's MaxSessionDuration; null when IAM did not say. */
  readonly maxSessionDurationSeconds: number | null;
};

export type GetRoleRefusal = "iam_role_not_found" | "iam_access_denied" | "iam_unavailable";

export type GetRoleRequest = {
  /** Without its path. */
  readonly roleName: string;
  readonly partition: Partition;
  /** `aws.endpoints.iam`: for tests, VPC endpoints and other clouds. */
  readonly endpoint: string | undefined;
  readonly keys: { readonly accessKeyId: string; readonly secretAccessKey: string; readonly sessionToken: string };
  readonly timeoutMs: number;
};

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : "");

function toRefusal(error: unknown): GetRoleRefusal {
  if (/^NoSuchEntity/.test(nameOf(error))) return "iam_role_not_found";
  return /^(AccessDenied|InvalidClientTokenId)/.test(nameOf(error)) ? "iam_access_denied" : "iam_unavailable";
}

function decode(document: string): string {
  try {
    return decodeURIComponent(document);
  } catch {
    return document;
  }
}

/**
 * GetRole (IAM API Reference): the trust policy, which IAM answers percent-encoded (RFC 3986), and the longest session. One
 * attempt with exactly these keys, in the partition's own IAM; nothing is logged.
 */
export async function getRole(request: GetRoleRequest): Promise<Result<RoleTrust, GetRoleRefusal>> {
  const { partition, endpoint, keys, roleName, timeoutMs } = request;
  const { defaultRegion, iamHost } = partitionRow(partition);
  const client = new IAMClient({
    region: defaultRegion,
    endpoint: endpoint ?? `https://${iamHost}`,
    credentials: keys,
    maxAttempts: 1,
    requestHandler: { connectionTimeout: timeoutMs, requestTimeout: timeoutMs, throwOnRequestTimeout: true },
    // As in lib/sts/client: nothing of the environment's, whoever's that is.
    defaultsMode: "legacy",
    useFipsEndpoint: false,
    useDualstackEndpoint: false,
    userAgentAppId: "gatehouse",
  });
  try {
    const { Role } = await client.send(new GetRoleCommand({ RoleName: roleName }));
    if (!Role?.AssumeRolePolicyDocument) return err("iam_unavailable");
    const maxSessionDurationSeconds = Role.MaxSessionDuration ?? null;
    return ok({ document: decode(Role.AssumeRolePolicyDocument), maxSessionDurationSeconds });
  } catch (error) {
    return err(toRefusal(error));
  } finally {
    client.destroy();
  }
}
