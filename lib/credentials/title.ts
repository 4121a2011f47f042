import { toVisibleLine } from "./control-characters";
import { formatExpiration } from "./expiration";
import type { CredentialBlockInput } from "./format";

/** A comment line for files that stay: whose credentials these are, and until when. */
export function formatTitle(input: CredentialBlockInput): string {
  const role = toVisibleLine(`${input.accountName} (${input.accountId}), ${input.roleName}`);
  return `# ${role}, until ${formatExpiration(input.credentials.expiresAt)}\n`;
}
