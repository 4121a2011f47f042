import { createHash } from "node:crypto";
import type { Account } from "../estate";
import { findRequestedRegion } from "../permissions/request-context";
import type { Call } from "../query/call";

export type Instance = { readonly id: string; readonly arn: string; readonly name: string };

const NAMES = ["web-1", "batch-1"] as const;

/** The machines of an account in the call's Region: the same two everywhere, with ids of their own. */
export function listInstances(call: Call, account: Account): readonly Instance[] {
  const region = findRequestedRegion(call);
  return NAMES.map((name) => {
    const digest = createHash("sha256").update(`${account.id} ${region} ${name}`).digest("hex");
    const id = `i-0${digest.slice(0, 16)}`;
    return { id, name, arn: `arn:${account.partition}:ec2:${region}:${account.id}:instance/${id}` };
  });
}
