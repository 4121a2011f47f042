import "server-only";
import { randomBytes, randomUUID } from "node:crypto";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import { resolveClientAddress } from "./client-address";

/** Route handlers see headers and no socket; these carry what the socket knew. Random, so that nobody can send them. */
type Stamp = { readonly address: string; readonly requestId: string };

declare global {
  var gatehouseStamp: Stamp | undefined;
}

const newStamp = (): Stamp => {
  const suffix = randomBytes(12).toString("hex");
  return { address: `x-gatehouse-address-${suffix}`, requestId: `x-gatehouse-request-${suffix}` };
};

/** The header names of this process. */
export function stampNames(): Stamp {
  globalThis.gatehouseStamp ??= newStamp();
  return globalThis.gatehouseStamp;
}

/** Stamps each request with an id and the address it came from, before Next sees it; the id is answered too. */
export function stampRequests(options: { readonly trustedProxyHops: number }): void {
  const names = stampNames();
  subscribe("http.server.request.start", (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    const forwarded = request.headers["x-forwarded-for"];
    const address = resolveClientAddress({
      socketAddress: request.socket.remoteAddress,
      forwardedFor: Array.isArray(forwarded) ? forwarded.join(",") : forwarded,
      hops: options.trustedProxyHops,
    });
    const requestId = randomUUID();
    request.headers[names.requestId] = requestId;
    if (address !== null) request.headers[names.address] = address;
    response.setHeader("x-request-id", requestId);
  });
}
