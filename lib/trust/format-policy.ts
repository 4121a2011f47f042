import { stringify } from "yaml";
import type { PolicyDocument } from "./explanation";

type Role = {
  readonly roleName: string;
  readonly policy: PolicyDocument;
  /** `null`: the role's duration stays as it is. */
  readonly maxSessionDurationSeconds: number | null;
};

export const formatJson = (policy: PolicyDocument): string => JSON.stringify(policy, null, 2);

/** An `aws_iam_role` with the policy as HCL. `${` and `%{` are escaped: HCL would take them for templates. */
export function formatTerraform(role: Role): string {
  const lines = [
    `resource "aws_iam_role" "${toIdentifier(role.roleName)}" {`,
    `  name = ${formatText(role.roleName)}`,
    ...(role.maxSessionDurationSeconds === null ? [] : [`  max_session_duration = ${role.maxSessionDurationSeconds}`]),
    "",
    `  assume_role_policy = jsonencode(${formatHcl(role.policy, "  ")})`,
    "}",
  ];
  return `${lines.join("\n")}\n`;
}

const toIdentifier = (name: string): string => name.replace(/[^A-Za-z0-9_-]/g, "_").replace(/^(?=[^A-Za-z_])/, "_");

/** JSON's escapes that HCL does not know become `\uNNNN`. HCL native syntax, string literals and templates. */
function formatText(text: string): string {
  return JSON.stringify(text)
    .replace(/\\(.)/g, (sequence, character) => ESCAPES[character] ?? sequence)
    .replace(/([$%])\{/g, "$1$1{");
}

const ESCAPES: Readonly<Record<string, string>> = { b: "\\u0008", f: "\\u000c" };

function formatHcl(value: unknown, indent: string): string {
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    if (value.every((one) => typeof one !== "object"))
      return `[${value.map((one) => formatHcl(one, inner)).join(", ")}]`;
    return `[\n${value.map((one) => `${inner}${formatHcl(one, inner)},\n`).join("")}${indent}]`;
  }
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).map(([key, one]) => `${inner}${formatKey(key)} = ${formatHcl(one, inner)}\n`);
    return entries.length === 0 ? "{}" : `{\n${entries.join("")}${indent}}`;
  }
  return typeof value === "string" ? formatText(value) : String(value);
}

const formatKey = (key: string): string => (/^[A-Za-z_][A-Za-z0-9_]*$/.test(key) ? key : formatText(key));

/** An `AWS::IAM::Role`, YAML as CloudFormation reads it: YAML 1.1, where an unquoted date or `yes` is no text. */
export function formatCloudFormation(role: Role): string {
  const resource = {
    Resources: {
      [role.roleName.replace(/[^A-Za-z0-9]/g, "") || "Role"]: {
        Type: "AWS::IAM::Role",
        Properties: {
          RoleName: role.roleName,
          ...(role.maxSessionDurationSeconds === null ? {} : { MaxSessionDuration: role.maxSessionDurationSeconds }),
          AssumeRolePolicyDocument: role.policy,
        },
      },
    },
  };
  return stringify(resource, { version: "1.1", lineWidth: 0, aliasDuplicateObjects: false });
}
