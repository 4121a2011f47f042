import { isPartition, type Partition } from "#lib/aws/partition";
import { type Phrase, phrase } from "./phrase";
import { type At, type Findings, finding, listValues, quote } from "./policy-findings";

/** `s3:Get*`. A wildcard may stand for a part of the action, not of the service: reference_policies_elements_action. */
export function* checkActions(at: At): Findings {
  const values = listValues(at);
  if (values.length === 0) yield finding(at, phrase("noActions"));
  for (const value of values) {
    const message = value.node.type === "String" ? findActionProblem(value.node.value) : phrase("actionText");
    if (message !== null) yield finding(value, message);
  }
}

function findActionProblem(action: string): Phrase | null {
  if (action === "*" || action === "*:*" || /^[a-z0-9-]{1,64}:[\w*?-]{1,128}$/i.test(action)) return null;
  const quoted = { name: quote(action) };
  const prefix = action.slice(0, Math.max(0, action.indexOf(":")));
  if (/[*?]/.test(prefix)) return phrase("actionWildcard", quoted);
  if (!action.includes(":")) return phrase("actionService", quoted);
  return phrase("action", quoted);
}

/** `*` or an ARN: reference_policies_elements_resource. With a partition, ARNs of another one are refused, as IAM does. */
export function* checkResources(at: At, partition: Partition | null): Findings {
  const values = listValues(at);
  if (values.length === 0) yield finding(at, phrase("noResources"));
  for (const value of values) {
    const message =
      value.node.type === "String" ? findResourceProblem(value.node.value, partition) : phrase("resourceText");
    if (message !== null) yield finding(value, message);
  }
}

function findResourceProblem(resource: string, partition: Partition | null): Phrase | null {
  if (resource === "*") return null;
  const quoted = { name: quote(resource) };
  const [scheme = "", of = "", service = "", ...rest] = resource.split(":");
  if (scheme !== "arn" || service === "" || rest.length < 3 || rest.at(-1) === "") {
    return phrase("resource", quoted);
  }
  if (partition === null || of === partition || !isPartition(of)) return null;
  return phrase("resourcePartition", { ...quoted, of, partition });
}
