import "server-only";
import type { Grant } from "#lib/access/resolve-grants";
import type { Via } from "#lib/config/access-schema";
import type { Caller } from "#lib/identity";
import type { Result } from "#lib/result";
import { buildBeginUrl } from "./continuation";
import { offeredGrants } from "./offered-grants";
import { findOwnAssertion } from "./own-assertion";
import { findOwnIdToken } from "./own-id-token";
import { currentPortal, type Portal } from "./portal";
import type { Refusal } from "./refusal";

type Find = (portal: Portal, caller: Caller, grant: Grant) => Promise<Result<string, Refusal>>;

/** What comes from the person's identity provider, and grows old. */
const OWN_PROOFS: Partial<Record<Via, Find>> = { "idp-saml": findOwnAssertion, "idp-oidc": findOwnIdToken };

/** In the address that the person comes back to: a provider that gives nothing younger is not asked again and again. */
const RENEWED = "renewed";

/**
 * Where the browser goes first, and comes back from to `returnTo`, when what AWS is to see of the identity provider is stale: a
 * command line has no browser to renew it in. Null when nothing is, when the person holds no such role, or when `returnTo` says
 * that they come from there.
 */
export async function findProofRenewal(caller: Caller, returnTo: string): Promise<string | null> {
  const portal = await currentPortal();
  const back = new URL(returnTo, portal.config.portal.url);
  if (back.searchParams.has(RENEWED)) return null;
  back.searchParams.set(RENEWED, "1");
  const grants = offeredGrants(portal, caller);
  for (const [via, find] of Object.entries(OWN_PROOFS)) {
    const grant = grants.find((one) => one.via === via);
    const found = grant === undefined ? null : await find(portal, caller, grant);
    if (found?.ok === false && found.error.renewAt !== undefined)
      return buildBeginUrl(portal, found.error.renewAt, back.pathname + back.search);
  }
  return null;
}
