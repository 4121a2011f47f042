import "server-only";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { currentConfig } from "#lib/config/current";
import { currentStorage } from "#lib/db/current";
import { hashReference } from "#lib/db/sealed";
import { findLiveSession } from "#lib/db/sessions";
import type { Caller } from "#lib/identity";
import { PATH_HEADER } from "./path-header";
import { requestContext } from "./request-context";
import { sessionCookie } from "./session-cookie";

/** The session of this request, by the database: a cookie of an ended session is nobody's. */
export const findCaller = cache(async (): Promise<Caller | null> => {
  const { portal } = await currentConfig();
  const reference = (await cookies()).get(sessionCookie(portal.url).name)?.value;
  if (reference === undefined || !/^[\w-]{43}$/.test(reference)) return null;
  const { query } = await currentStorage();
  const session = await findLiveSession(query, hashReference(reference), new Date());
  return session === null ? null : { ...requestContext(await headers()), session };
});

/** The path and query of the page that is asked for. */
export const ownPath = async (): Promise<string> => (await headers()).get(PATH_HEADER) ?? "/";

/** For pages and layouts: the caller, or off to the sign-in page and back to this address afterwards. */
export async function requireIdentity(): Promise<Caller> {
  const caller = await findCaller();
  if (caller !== null) return caller;
  const path = await ownPath();
  redirect(path === "/" ? "/sign-in" : `/sign-in?callbackUrl=${encodeURIComponent(path)}`);
}
