import { type Glob, parseGlob } from "./glob";

export type AccountSelector =
  | { readonly kind: "key"; readonly key: string } // id or name
  | { readonly kind: "glob"; readonly glob: Glob } // over the name
  | { readonly kind: "labels"; readonly labels: readonly (readonly [string, string])[] } // all of them
  | { readonly kind: "placeholder" }; // what the group's template found

export type RoleSelector =
  | { readonly kind: "key"; readonly key: string } // whole name, or the name without its path
  | { readonly kind: "glob"; readonly glob: Glob } // over either
  | { readonly kind: "placeholder" };

export type RolePattern = { readonly account: AccountSelector; readonly role: RoleSelector };

/**
 * Reads `account/role`, parted at the first slash. `null`: no such pattern. A placeholder is a whole side or not there: glued to other
 * text, what it stands for could name an account or role that nobody meant.
 */
export function parseRolePattern(text: string): RolePattern | null {
  const slashAt = text.indexOf("/");
  if (slashAt < 1 || slashAt === text.length - 1) return null;
  const account = parseAccountSelector(text.slice(0, slashAt));
  const role = parseRoleSelector(text.slice(slashAt + 1));
  return account === null || role === null ? null : { account, role };
}

const hasPlaceholder = (text: string) => text.includes("{account}") || text.includes("{role}");

function parseAccountSelector(text: string): AccountSelector | null {
  if (text === "{account}") return { kind: "placeholder" };
  if (hasPlaceholder(text)) return null;
  if (text.includes("=")) return parseLabels(text);
  const glob = parseGlob(text);
  return glob === null ? { kind: "key", key: text } : { kind: "glob", glob };
}

function parseRoleSelector(text: string): RoleSelector | null {
  if (text === "{role}") return { kind: "placeholder" };
  if (hasPlaceholder(text)) return null;
  const glob = parseGlob(text);
  return glob === null ? { kind: "key", key: text } : { kind: "glob", glob };
}

/** `env=prod` or `env=prod,team=payments`. */
function parseLabels(text: string): AccountSelector | null {
  const labels: (readonly [string, string])[] = [];
  for (const part of text.split(",")) {
    const [name = "", value, ...more] = part.split("=");
    if (name === "" || value === undefined || more.length > 0) return null;
    labels.push([name, value]);
  }
  return { kind: "labels", labels };
}
