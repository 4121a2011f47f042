import type { IncomingMessage, ServerResponse } from "node:http";
import type { z } from "zod";
import { readBody, sendJson } from "./http-exchange";

/** What a test may order a stand-in to do differently, until it is reset. */
export type Controls<T> = {
  readonly current: () => T;
  /** Changes what is named and leaves the rest. Throws on an unknown or malformed order. */
  readonly set: (orders: unknown) => T;
  readonly reset: () => T;
};

/** `schema` must have a default for each key. */
export function createControls<Schema extends z.ZodType<object>>(schema: Schema): Controls<z.output<Schema>> {
  let current = schema.parse({});
  const change = (value: unknown) => {
    current = schema.parse(value);
    return current;
  };
  return {
    current: () => current,
    set: (orders) => change({ ...current, ...(typeof orders === "object" ? orders : {}) }),
    reset: () => change({}),
  };
}

/** `GET`, `POST` (a JSON object of orders) and `DELETE` of `/__sandbox/controls`. */
export async function handleControls<T>(
  controls: Controls<T>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method === "GET") return sendJson(response, 200, controls.current());
  if (request.method === "DELETE") return sendJson(response, 200, controls.reset());
  try {
    sendJson(response, 200, controls.set(JSON.parse(await readBody(request))));
  } catch (error) {
    sendJson(response, 400, { error: error instanceof Error ? error.message : "not understood" });
  }
}
