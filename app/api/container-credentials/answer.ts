import { containerCall } from "#lib/auth/container-route";
import { issueForLease } from "#lib/broker/lease-credentials";
import { LEASE_WINDOW_SECONDS } from "#lib/broker/lease-limits";
import { ok } from "#lib/result";

/** What AWS_CONTAINER_CREDENTIALS_FULL_URI names, for the token of a lease. */
export const answerContainer = containerCall(async (context, token) => {
  const issued = await issueForLease(context, token);
  if (!issued.ok) return issued;
  const { credentials, accountId } = issued.value;
  return ok({
    AccessKeyId: credentials.accessKeyId,
    SecretAccessKey: credentials.secretAccessKey,
    Token: credentials.sessionToken,
    Expiration: credentials.expiresAt.toISOString().replace(/\.\d+Z$/, "Z"),
    AccountId: accountId,
  });
}, LEASE_WINDOW_SECONDS);
