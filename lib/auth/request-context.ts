import "server-only";
import { randomUUID } from "node:crypto";
import type { RequestContext } from "#lib/identity";
import { stampNames } from "./stamp-requests";

/** Reads what stamp-requests left in the headers. */
export function requestContext(headers: Pick<Headers, "get">): RequestContext {
  const names = stampNames();
  return {
    requestId: headers.get(names.requestId) ?? randomUUID(),
    address: headers.get(names.address),
    userAgent: headers.get("user-agent"),
  };
}
