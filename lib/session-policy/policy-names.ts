import { isPartition, type Partition } from "#lib/aws/partition";
import { type At, cut, type Findings, finding, listValues } from "./policy-findings";

/** `s3:Get*`. A wildcard may stand for a part of the action, not of the service: reference_policies_elements_action. */
export function* checkActions(at: At): Findings {
  const values = listValues(at);
  if (values.length === 0) yield finding(at, "This list is empty: name at least one action.");
  for (const value of values) {
    const message = value.node.type === "String" ? findActionProblem(value.node.value) : "An action is a text.";
    if (message !== null) yield finding(value, message);
  }
}

function findActionProblem(action: string): string | null {
  if (action === "*" || action === "*:*" || /^[a-z0-9-]{1,64}:[\w*?-]{1,128}$/i.test(action)) return null;
  const quoted = JSON.stringify(cut(action));
  const prefix = action.slice(0, Math.max(0, action.indexOf(":")));
  if (/[*?]/.test(prefix))
    return `${quoted} has a wildcard in the service: write the service in full, such as s3:Get*.`;
  if (!action.includes(":")) return `${quoted} lacks its service: an action looks like s3:GetObject.`;
  return `${quoted} is not an action: one looks like s3:GetObject.`;
}

/** `*` or an ARN: reference_policies_elements_resource. With a partition, ARNs of another one are refused, as IAM does. */
export function* checkResources(at: At, partition: Partition | null): Findings {
  const values = listValues(at);
  if (values.length === 0) yield finding(at, "This list is empty: name at least one resource.");
  for (const value of values) {
    const message =
      value.node.type === "String" ? findResourceProblem(value.node.value, partition) : "A resource is a text.";
    if (message !== null) yield finding(value, message);
  }
}

function findResourceProblem(resource: string, partition: Partition | null): string | null {
  if (resource === "*") return null;
  const quoted = JSON.stringify(cut(resource));
  const [scheme = "", of = "", service = "", ...rest] = resource.split(":");
  if (scheme !== "arn" || service === "" || rest.length < 3 || rest.at(-1) === "") {
    return `${quoted} is neither * nor an ARN, such as arn:aws:s3:::bucket/*.`;
  }
  if (partition === null || of === partition || !isPartition(of)) return null;
  return `${quoted} is in the partition ${of}, the role in ${partition}.`;
}
