import type { Refusal } from "../refusal";
import { listViolations, reportViolations } from "./constraints";

type Parameters = ReadonlyMap<string, string>;

/** `Name.member.1`, `Name.member.2` … of the Query protocol; with a field `Name.member.1.Field`. */
export function readList(parameters: Parameters, name: string, field?: string): string[] {
  const values: string[] = [];
  for (let index = 1; ; index += 1) {
    const value = parameters.get(`${name}.member.${index}${field ? `.${field}` : ""}`);
    if (value === undefined) return values;
    values.push(value);
  }
}

/** Session tags as sent; checked where they are used. */
export function readTags(parameters: Parameters): { key: string; value: string }[] {
  const values = readList(parameters, "Tags", "Value");
  return readList(parameters, "Tags", "Key").map((key, index) => ({ key, value: values[index] ?? "" }));
}

export function checkListLength(name: string, values: readonly string[], max: number): Refusal | null {
  const text = `[${values.join(", ")}]`;
  return values.length > max
    ? reportViolations([
        `Value '${text}' at '${name}' failed to satisfy constraint: Member must have length less than or equal to ${max}`,
      ])
    : null;
}

/** Each managed policy's ARN is 20 to 2048 characters, and at most ten are passed. */
export function checkPolicyArns(parameters: Parameters): Refusal | null {
  const arns = readList(parameters, "PolicyArns", "arn");
  const tooMany = checkListLength("policyArns", arns, 10);
  if (tooMany) return tooMany;
  return reportViolations(
    arns.flatMap((arn, index) => listViolations(`policyArns.${index + 1}.member.arn`, arn, { min: 20, max: 2048 })),
  );
}
