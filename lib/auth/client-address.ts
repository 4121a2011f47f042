/** `::ffff:10.0.0.1` is an IPv4 address on a dual-stack socket (RFC 4291 2.5.5.2). */
const withoutMapping = (address: string) => address.replace(/^::ffff:(?=\d+\.)/, "");

const looksLikeAddress = (text: string) => /^[0-9a-fA-F:.]{2,45}$/.test(text);

/**
 * Where a request came from. Each of `hops` trusted proxies appends the address that it saw to X-Forwarded-For, so the
 * client's is the `hops`-th from the right; what stands left of it, the client wrote itself. With no trusted proxy the
 * socket's own address counts and the header is ignored.
 */
export function resolveClientAddress(request: {
  readonly socketAddress: string | undefined;
  readonly forwardedFor: string | undefined;
  readonly hops: number;
}): string | null {
  const socket = request.socketAddress === undefined ? null : withoutMapping(request.socketAddress);
  if (request.hops === 0) return socket;
  const chain = (request.forwardedFor ?? "").split(",").map((part) => withoutMapping(part.trim()));
  const client = chain.at(-request.hops);
  return client !== undefined && looksLikeAddress(client) ? client : socket;
}
