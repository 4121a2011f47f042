import { redirect } from "next/navigation";
import { ownPath, requireIdentity } from "#lib/auth/session";
import { findProofRenewal } from "#lib/broker/renew-proof";
import type { Caller } from "#lib/identity";

/** The caller, for pages that sign a command line in: through their identity provider first, where what AWS is to see of it is stale. */
export async function requireRenewedIdentity(): Promise<Caller> {
  const caller = await requireIdentity();
  const url = await findProofRenewal(caller, await ownPath());
  if (url !== null) redirect(url);
  return caller;
}
