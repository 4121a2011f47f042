import type { Identity } from "#lib/identity";
import { err, ok, type Result } from "#lib/result";

export type TemplateRefusal = {
  readonly code: "template_value_missing" | "template_value_ambiguous";
  /** Without its braces: `claims.team`. */
  readonly placeholder: string;
};

const PLACEHOLDER = /\{([^{}]*)\}/g;

/** Session tags hold one value each; AWS's own way to put several into one is a colon between them. */
const GROUP_SEPARATOR = ":";

/** How each plain placeholder is read; `{claims.NAME}` is read from the claims. */
const READERS = {
  email: (identity: Identity) => valuesOf(identity.email),
  name: (identity: Identity) => valuesOf(identity.name),
  subject: (identity: Identity) => [identity.subject],
  idp: (identity: Identity) => [identity.idp],
  groups: (identity: Identity) =>
    identity.groupsProblem === null && identity.groups.length > 0 ? [identity.groups.join(GROUP_SEPARATOR)] : [],
} as const;

const valuesOf = (value: string | null) => (value === null ? [] : [value]);

function isReader(placeholder: string): placeholder is keyof typeof READERS {
  return Object.hasOwn(READERS, placeholder);
}

/** Whether a template may hold this placeholder at all. */
export function isKnownPlaceholder(placeholder: string): boolean {
  return isReader(placeholder) || (placeholder.startsWith("claims.") && placeholder.length > "claims.".length);
}

/** The placeholders of a template, without their braces. */
export function listPlaceholders(template: string): string[] {
  return Array.from(template.matchAll(PLACEHOLDER), ([, placeholder = ""]) => placeholder);
}

function readValues(identity: Identity, placeholder: string): readonly string[] {
  if (isReader(placeholder)) return READERS[placeholder](identity);
  if (!placeholder.startsWith("claims.")) return [];
  const name = placeholder.slice("claims.".length);
  return Object.hasOwn(identity.claims, name) ? (identity.claims[name] ?? []) : [];
}

/**
 * Fills `{email}`, `{subject}`, `{name}`, `{idp}`, `{groups}` and `{claims.NAME}` with what the person's sign-in said. Each stands
 * for exactly one value that is not empty; none, or several to choose from, is refused, since policies will trust the
 * result. What was filled in is not read for placeholders again.
 */
export function resolveTemplate(template: string, identity: Identity): Result<string, TemplateRefusal> {
  const filled = new Map<string, string>();
  for (const placeholder of listPlaceholders(template)) {
    const values = new Set(readValues(identity, placeholder));
    const [value = ""] = values;
    if (values.size > 1) return err({ code: "template_value_ambiguous", placeholder });
    if (value === "") return err({ code: "template_value_missing", placeholder });
    filled.set(placeholder, value);
  }
  return ok(template.replace(PLACEHOLDER, (_, placeholder: string) => filled.get(placeholder) ?? ""));
}
