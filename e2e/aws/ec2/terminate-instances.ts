import type { Action, Call } from "../query/call";
import { verifySigner } from "../query/sigv4";
import { isRefusal, refuse } from "../refusal";
import { listInstances } from "./instances";
import { findOperationRefusal } from "./refuse-operation";

/** EC2 API Reference, TerminateInstances: all of them or, when one is refused, none. */
export const terminateInstances: Action = (call, sandbox) => {
  const signer = verifySigner(call, sandbox);
  if (isRefusal(signer)) return signer;
  const ids = readInstanceIds(call);
  if (ids.length === 0) return refuse(400, "MissingParameter", "The request must contain the parameter InstanceId");
  const known = listInstances(call, signer.account);
  const instances = ids.map((id) => known.find((instance) => instance.id === id));
  const unknown = ids.find((_, index) => instances[index] === undefined);
  if (unknown !== undefined) {
    return refuse(400, "InvalidInstanceID.NotFound", `The instance ID '${unknown}' does not exist`);
  }
  const arns = instances.flatMap((instance) => instance?.arn ?? []);
  const refused = findOperationRefusal(call, sandbox, signer, "ec2:TerminateInstances", arns);
  if (refused) return refused;
  for (const id of ids) sandbox.terminatedInstances.add(id);
  const item = ids.map((instanceId) => ({
    instanceId,
    currentState: { code: 32, name: "shutting-down" },
    previousState: { code: 16, name: "running" },
  }));
  return { instancesSet: { item } };
};

/** EC2's own way to write a list: `InstanceId.1`, `InstanceId.2` … */
function readInstanceIds({ parameters }: Call): string[] {
  return Array.from(parameters)
    .filter(([name]) => /^InstanceId\.\d+$/.test(name))
    .map(([, id]) => id);
}
