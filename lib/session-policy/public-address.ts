import { err, ok, type Result } from "#lib/result";

export type AddressProblem = "address_unknown" | "address_not_public";

/** A block that `aws:SourceIp` is compared with. */
export type AddressBlock = { readonly cidr: string; readonly family: "IPv4" | "IPv6" };

/**
 * RFC 6890 and its successors: this host, private, shared (carrier NAT), loopback, link-local, IETF protocol assignments,
 * benchmarking, multicast and reserved. AWS never sees a request come from these.
 */
function isPrivateIpv4(bytes: readonly number[]): boolean {
  const [a = 0, b = 0, c = 0] = bytes;
  if (a === 0 || a === 10 || a === 127 || a >= 224) return true;
  if (a === 100) return b >= 64 && b <= 127;
  if (a === 169) return b === 254;
  if (a === 172) return b >= 16 && b <= 31;
  if (a === 192) return b === 168 || (b === 0 && c === 0);
  return a === 198 && (b === 18 || b === 19);
}

/** Only global unicast, 2000::/3 (RFC 4291 2.4), arrives at AWS. */
const isPrivateIpv6 = (groups: readonly number[]): boolean => ((groups[0] ?? 0) & 0xe000) !== 0x2000;

function parseIpv4(text: string): readonly number[] | null {
  if (!/^\d{1,3}(\.\d{1,3}){3}$/.test(text)) return null;
  const bytes = text.split(".").map(Number);
  return bytes.every((byte) => byte <= 255) ? bytes : null;
}

/** The URL parser reads every way to write an IPv6 address, and nothing else between brackets (WHATWG URL, 3.5). */
function parseIpv6(text: string): readonly number[] | null {
  if (!/^[0-9a-f:.]{2,45}$/i.test(text) || !text.includes(":") || !URL.canParse(`http://[${text}]/`)) return null;
  const [head = "", tail] = new URL(`http://[${text}]/`).hostname.slice(1, -1).split("::");
  const toGroups = (part: string | undefined) =>
    part ? part.split(":").map((group) => Number.parseInt(group, 16)) : [];
  const [before, after] = [toGroups(head), toGroups(tail)];
  return [...before, ...new Array<number>(8 - before.length - after.length).fill(0), ...after];
}

/** `::ffff:192.0.2.1` is an IPv4 address on a dual-stack socket (RFC 4291 2.5.5.2). */
function unmapIpv4(groups: readonly number[]): readonly number[] | null {
  const [mark, high = 0, low = 0] = groups.slice(5);
  if (mark !== 0xffff || groups.slice(0, 5).some((group) => group !== 0)) return null;
  return [high >> 8, high & 255, low >> 8, low & 255];
}

/**
 * The block that holds a person's address: an IPv4 address by itself, and of an IPv6 address its /64, since systems change the
 * other half several times a day (RFC 8981) within the one network that they are given.
 * Refuses what is no address, and what AWS would never see; `allowPrivate` is for an AWS on the same machine.
 */
export function blockOfAddress(address: string | null, allowPrivate: boolean): Result<AddressBlock, AddressProblem> {
  if (address === null) return err("address_unknown");
  const groups = parseIpv6(address);
  const bytes = parseIpv4(address) ?? (groups === null ? null : unmapIpv4(groups));
  if (bytes !== null) {
    if (isPrivateIpv4(bytes) && !allowPrivate) return err("address_not_public");
    return ok({ cidr: `${bytes.join(".")}/32`, family: "IPv4" });
  }
  if (groups === null) return err("address_unknown");
  if (!isPrivateIpv6(groups)) return ok({ cidr: `${formatNetwork(groups)}/64`, family: "IPv6" });
  return allowPrivate ? ok({ cidr: `${address.toLowerCase()}/128`, family: "IPv6" }) : err("address_not_public");
}

/** The first half of an address, in its shortest form (RFC 5952). */
function formatNetwork(groups: readonly number[]): string {
  const half = groups.slice(0, 4).map((group) => group.toString(16));
  return new URL(`http://[${half.join(":")}::]/`).hostname.slice(1, -1);
}
