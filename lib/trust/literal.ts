import { parseOperator } from "./condition";
import type { TrustPolicy } from "./policy";

const WITH_VARIABLES = /^(String|Arn|Bool)/;
const WITH_WILDCARDS = /^(StringLike|StringNotLike|Arn)/;

/**
 * A value written so that the operator means exactly this text: `${`, `*` and `?` are escaped. `null` where the policy's
 * version has no way to say it. IAM User Guide, reference_policies_variables (special characters).
 */
export function writeLiteral(value: string, operator: string, version: TrustPolicy["version"]): string | null {
  const base = parseOperator(operator)?.base ?? "";
  const special = [
    ...(WITH_WILDCARDS.test(base) ? ["[*?]"] : []),
    ...(version === "2012-10-17" && WITH_VARIABLES.test(base) ? ["\\$(?=\\{)"] : []),
  ];
  if (special.length === 0) return value;
  const pattern = new RegExp(special.join("|"), "g");
  if (version !== "2012-10-17") return pattern.test(value) ? null : value;
  return value.replace(pattern, (character) => `\${${character}}`);
}
