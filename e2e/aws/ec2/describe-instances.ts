import type { Action } from "../query/call";
import { verifySigner } from "../query/sigv4";
import { isRefusal } from "../refusal";
import { listInstances } from "./instances";
import { findOperationRefusal } from "./refuse-operation";

const LAUNCHED_AT = new Date("2026-01-15T09:30:00Z");

/** EC2 API Reference, DescribeInstances, without filters and pages. The action knows no resources. */
export const describeInstances: Action = (call, sandbox) => {
  const signer = verifySigner(call, sandbox);
  if (isRefusal(signer)) return signer;
  const refused = findOperationRefusal(call, sandbox, signer, "ec2:DescribeInstances", ["*"]);
  if (refused) return refused;
  const { account } = signer;
  const item = listInstances(call, account).map(({ id, name }) => ({
    instanceId: id,
    instanceState: sandbox.terminatedInstances.has(id)
      ? { code: 48, name: "terminated" }
      : { code: 16, name: "running" },
    instanceType: "t3.micro",
    launchTime: LAUNCHED_AT,
    tagSet: { item: { key: "Name", value: name } },
  }));
  return { reservationSet: { item: { reservationId: "r-0f00d", ownerId: account.id, instancesSet: { item } } } };
};
