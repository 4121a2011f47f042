import type { SessionTag } from "#lib/aws/session-tags";

/**
 * STS packs a session's policies and tags into a binary form, whose size it reports afterwards as PackedPolicySize, in percent
 * of a limit. Neither form nor limit is published (STS API Reference, AssumeRole), so this is a guess to be shown as
 * one: the deflated text against 1,024 bytes.
 */
const ESTIMATED_LIMIT_BYTES = 1024;

type Packed = {
  readonly policy: string | null;
  readonly policyArns: readonly string[];
  readonly tags: readonly SessionTag[];
};

/** An estimate of PackedPolicySize, in percent and rounded up. 0 for a session with neither policy nor tags. */
export async function estimatePackedPercent({ policy, policyArns, tags }: Packed): Promise<number> {
  if (policy === null && policyArns.length === 0 && tags.length === 0) return 0;
  const text = JSON.stringify([policy, policyArns, tags]);
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  const { byteLength } = await new Response(stream).arrayBuffer();
  return Math.ceil((byteLength / ESTIMATED_LIMIT_BYTES) * 100);
}
