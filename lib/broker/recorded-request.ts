import "server-only";
import { z } from "zod";
import type { TrustRequest } from "#lib/trust/request";

/** Fifty tags of the longest kind, and a dozen keys, come to less. Characters. */
const MAX_LENGTH = 32_768;

const texts = z.array(z.string());

const schema = z.strictObject({
  action: z.enum(["sts:AssumeRole", "sts:AssumeRoleWithSAML", "sts:AssumeRoleWithWebIdentity", "sts:AssumeRoot"]),
  caller: z.union([
    z.strictObject({ kind: z.literal("Federated"), providerArn: z.string() }),
    z.strictObject({ kind: z.literal("AWS"), accountId: z.string(), arns: texts }),
    z.strictObject({ kind: z.literal("Service"), service: z.string() }),
  ]),
  sessionTags: z.array(z.strictObject({ key: z.string(), value: z.string() })),
  transitiveTagKeys: texts,
  sourceIdentity: z.string().nullable(),
  context: z.record(z.string(), texts),
});

/** For the audit; null for what is too long to be kept. */
export function writeTrustRequest(request: TrustRequest): string | null {
  const text = JSON.stringify(request);
  return text.length > MAX_LENGTH ? null : text;
}

/** What `writeTrustRequest` wrote; null for what another version wrote and this one cannot read. */
export function readTrustRequest(text: string | undefined): TrustRequest | null {
  if (text === undefined) return null;
  try {
    const parsed = schema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
