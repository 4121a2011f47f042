type Address = { readonly bits: bigint; readonly width: 32 | 128 };

function parseIpv4(text: string): Address | null {
  const parts = text.split(".");
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) <= 255)) return null;
  return { bits: parts.reduce((bits, part) => bits * 256n + BigInt(part), 0n), width: 32 };
}

function parseIpv6(text: string): Address | null {
  const halves = text.split("::");
  if (halves.length > 2) return null;
  const [head = [], tail = []] = halves.map((half) => (half === "" ? [] : half.split(":")));
  const missing = 8 - head.length - tail.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return null;
  const groups = [...head, ...new Array<string>(missing).fill("0"), ...tail];
  if (!groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return null;
  return { bits: groups.reduce((bits, group) => bits * 65536n + BigInt(`0x${group}`), 0n), width: 128 };
}

const parseAddress = (text: string): Address | null => (text.includes(":") ? parseIpv6(text) : parseIpv4(text));

/** Whether an address lies in `range`, an address or CIDR block (RFC 4632). Unreadable text is in no range. */
export function isInRange(address: string, range: string): boolean {
  const [base = "", prefixText, ...rest] = range.split("/");
  const [seen, from] = [parseAddress(address), parseAddress(base)];
  if (seen === null || from === null || seen.width !== from.width || rest.length > 0) return false;
  if (prefixText !== undefined && !/^\d{1,3}$/.test(prefixText)) return false;
  const prefix = prefixText === undefined ? from.width : Number(prefixText);
  if (prefix > from.width) return false;
  const shift = BigInt(from.width - prefix);
  return seen.bits >> shift === from.bits >> shift;
}
