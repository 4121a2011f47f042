import "server-only";
import { toSessionName } from "#lib/aws/session-name";
import { claimSessionName, type Person } from "#lib/db/session-names";
import type { Portal } from "./portal";

const MAX_KNOWN = 50_000;

declare global {
  var gatehouseSessionNames: WeakMap<Portal["storage"], Map<string, string>> | undefined;
}

/** Whose names they are, as far as this process has asked: a name never changes hands. */
function knownOwners({ storage }: Portal): Map<string, string> {
  globalThis.gatehouseSessionNames ??= new WeakMap();
  const known = globalThis.gatehouseSessionNames.get(storage) ?? new Map<string, string>();
  globalThis.gatehouseSessionNames.set(storage, known);
  if (known.size > MAX_KNOWN) known.clear();
  return known;
}

const idOf = ({ idp, subject }: Person) => JSON.stringify([idp, subject]);

/**
 * The session name, unless somebody else in AWS goes by it already: then the same with a hash of who this is, so that CloudTrail
 * never shows two people as one. Two identity providers may assert one address, and addresses are given to new people.
 */
export async function ownSessionName(portal: Portal, name: string, person: Person, maxLength: number): Promise<string> {
  const known = knownOwners(portal);
  const id = idOf(person);
  const owner = known.get(name) ?? idOf(await claimSessionName(portal.storage.query, name, person, portal.now()));
  known.set(name, owner);
  // What a session name never holds makes the text one that is hashed.
  return owner === id ? name : toSessionName(`${name}\n${id}`, maxLength);
}
