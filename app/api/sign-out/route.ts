import { changeRoute } from "#lib/auth/portal-route";
import { signedOutResponse } from "#lib/auth/sign-out-response";
import { signOut } from "#lib/broker/sign-out";

/** POST /api/sign-out: ends the portal session, then the identity provider's where it supports that. */
export const POST = changeRoute(async (caller) => signedOutResponse(await signOut(caller)));
