import "server-only";
import type { Grant } from "#lib/access/resolve-grants";
import { findProof } from "#lib/db/proofs";
import type { Caller } from "#lib/identity";
import { err, ok, type Result } from "#lib/result";
import { offeredByIdp } from "./offered-by-idp";
import type { Portal } from "./portal";
import type { Refusal } from "./refusal";

/** The call itself takes time, and clocks differ: an assertion in its last half minute is as good as over. */
const MARGIN_MS = 30_000;

/**
 * The caller's own assertion, young enough for AWS, which takes one within five minutes of its issue; else the person has to
 * pass the IdP once more. Refused when it does not name the role, or when they signed in through another IdP.
 */
export async function findOwnAssertion(portal: Portal, caller: Caller, grant: Grant): Promise<Result<string, Refusal>> {
  const { identity, id } = caller.session;
  if (grant.idp !== identity.idp) return err({ code: "role_not_granted" });
  if (!offeredByIdp(portal.config, grant, identity)) return err({ code: "saml_role_not_in_assertion" });
  const { db, sealer } = portal.storage;
  const soon = new Date(portal.now().getTime() + MARGIN_MS);
  const proof = await findProof(db, sealer, { sessionId: id, kind: "saml-response" }, soon);
  return proof === null ? err({ code: "reauthentication_required", renewAt: identity.idp }) : ok(proof.value);
}
