import { bareRoleName } from "#lib/aws/arn";
import { err, ok, type Result } from "#lib/result";
import type { ConfigRole } from "./config-role";

/** How profiles are named when nobody says otherwise. */
export const DEFAULT_TEMPLATE = "{account}-{role}";
const MAX_LENGTH = 200;

const PLACEHOLDERS: ReadonlyMap<string, (role: ConfigRole) => string> = new Map([
  ["account", ({ accountName }: ConfigRole) => accountName],
  ["accountId", ({ accountId }: ConfigRole) => accountId],
  ["role", ({ roleName }: ConfigRole) => bareRoleName(roleName)],
  ["region", ({ region }: ConfigRole) => region],
]);

/** Writes the name of one role's profile, not yet made safe. */
export type NameTemplate = (role: ConfigRole) => string;

export type TemplateProblem =
  | { readonly code: "template_empty" | "template_too_long" | "template_brace" }
  /** `subject` is what stands between the braces; `known` is what may. */
  | { readonly code: "template_unknown"; readonly subject: string; readonly known: string };

/** Everything that may stand between braces, for accounts with these labels. */
export const listPlaceholders = (labelKeys: readonly string[]): readonly string[] => [
  ...[...PLACEHOLDERS.keys()].map((name) => `{${name}}`),
  ...labelKeys.map((key) => `{label:${key}}`),
];

/** `label:env`, and `labels.env` as the configuration of the portal has it. */
function labelOf(name: string): string | null {
  return /^(?:label:|labels\.)(.+)$/su.exec(name)?.[1] ?? null;
}

function readPlaceholder(name: string, labelKeys: readonly string[] | null): NameTemplate | null {
  const known = PLACEHOLDERS.get(name);
  const label = labelOf(name);
  if (known !== undefined || label === null) return known ?? null;
  if (labelKeys !== null && !labelKeys.includes(label)) return null;
  return ({ labels }) => (Object.hasOwn(labels, label) ? (labels[label] ?? "") : "");
}

/**
 * Reads a template such as `{label:team}-{account}`. `labelKeys` are the labels that any of the person's accounts has: one that none
 * has is a slip of the pen. Null: any may be named.
 */
export function parseTemplate(
  text: string,
  labelKeys: readonly string[] | null,
): Result<NameTemplate, TemplateProblem> {
  if (text.trim() === "") return err({ code: "template_empty" });
  if (text.length > MAX_LENGTH) return err({ code: "template_too_long" });
  const parts: NameTemplate[] = [];
  // Odd ones stand between braces.
  for (const [at, part] of text.split(/\{([^{}]*)\}/u).entries()) {
    if (at % 2 === 0) {
      if (/[{}]/.test(part)) return err({ code: "template_brace" });
      parts.push(() => part);
      continue;
    }
    const placeholder = readPlaceholder(part, labelKeys);
    if (placeholder === null)
      return err({
        code: "template_unknown",
        subject: `{${part}}`,
        known: listPlaceholders(labelKeys ?? []).join(", "),
      });
    parts.push(placeholder);
  }
  return ok((role) => parts.map((part) => part(role)).join(""));
}
