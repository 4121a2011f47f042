import type { ServerResponse } from "node:http";
import { z } from "zod";
import { changeRole, restoreRoles } from "./change-role";
import { faultSchema } from "./faults";
import { outagesSchema } from "./regions";
import type { Sandbox } from "./sandbox";

/** A fault of one call, or a clock that goes wrong until faults are cleared. */
export const orderSchema = z.union([
  faultSchema,
  z.strictObject({ kind: z.literal("skew"), skewMs: z.int().min(-86_400_000).max(86_400_000) }),
]);
export type FaultOrder = z.output<typeof orderSchema>;
const ordersSchema = z.union([orderSchema.transform((order) => [order]), z.array(orderSchema)]);

export function orderFaults(sandbox: Sandbox, orders: readonly FaultOrder[]): void {
  for (const order of orders) {
    if (order.kind === "skew") sandbox.skewClock(order.skewMs);
    else sandbox.faults.add([order]);
  }
}

export function clearFaults(sandbox: Sandbox): void {
  sandbox.faults.clear();
  sandbox.skewClock(0);
}

/** All as it was at the start, but for what was issued and recorded: roles, Regions, machines, faults, the clock. */
function resetAll(sandbox: Sandbox): void {
  clearFaults(sandbox);
  restoreRoles(sandbox.estate);
  sandbox.outages.order({});
  sandbox.terminatedInstances.clear();
}

type Order = (sandbox: Sandbox, body: Buffer) => object;

/** The stand-in's own addresses. They answer JSON. */
const CONTROLS: Readonly<Record<string, Order>> = {
  "GET /__sandbox/health": () => ({ ok: true }),
  "GET /__sandbox/requests": (sandbox) => sandbox.log.list(),
  "DELETE /__sandbox/requests": (sandbox) => {
    sandbox.log.clear();
    return { ok: true };
  },
  "POST /__sandbox/faults": (sandbox, body) => {
    orderFaults(sandbox, ordersSchema.parse(JSON.parse(body.toString("utf8"))));
    return { ok: true };
  },
  "DELETE /__sandbox/faults": (sandbox) => {
    clearFaults(sandbox);
    return { ok: true };
  },
  "PUT /__sandbox/roles": (sandbox, body) => {
    changeRole(sandbox.estate, JSON.parse(body.toString("utf8")));
    return { ok: true };
  },
  "PUT /__sandbox/regions": (sandbox, body) => {
    sandbox.outages.order(outagesSchema.parse(JSON.parse(body.toString("utf8"))));
    return { ok: true };
  },
  "DELETE /__sandbox/regions": (sandbox) => {
    sandbox.outages.order({});
    return { ok: true };
  },
  "DELETE /__sandbox/instances": (sandbox) => {
    sandbox.terminatedInstances.clear();
    return { ok: true };
  },
  "DELETE /__sandbox/roles": (sandbox) => {
    restoreRoles(sandbox.estate);
    return { ok: true };
  },
  "POST /__sandbox/reset": (sandbox) => {
    resetAll(sandbox);
    return { ok: true };
  },
};

/** Answers a control request; false when the address is none. */
export function answerControl(sandbox: Sandbox, route: string, body: Buffer, response: ServerResponse): boolean {
  const control = Object.hasOwn(CONTROLS, route) ? CONTROLS[route] : undefined;
  if (control === undefined) return false;
  const send = (status: number, answer: object) => {
    response.writeHead(status, { "Content-Type": "application/json", "Cache-Control": "no-store" });
    response.end(JSON.stringify(answer));
  };
  try {
    send(200, control(sandbox, body));
  } catch (error) {
    send(400, { ok: false, error: error instanceof Error ? error.message : String(error) });
  }
  return true;
}
