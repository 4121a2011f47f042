import "server-only";
import { BlockList, isIP } from "node:net";

const familyOf = (address: string) => (isIP(address) === 6 ? ("ipv6" as const) : ("ipv4" as const));

/** Whether an address lies in one of these networks, written as CIDR; in any when there are none. No address lies in none. */
export function isWithin(address: string | null, networks: readonly string[]): boolean {
  if (networks.length === 0) return true;
  if (address === null || isIP(address) === 0) return false;
  const list = new BlockList();
  for (const network of networks) {
    const [base = "", bits = ""] = network.split("/");
    list.addSubnet(base, Number(bits), familyOf(base));
  }
  return list.check(address, familyOf(address));
}
