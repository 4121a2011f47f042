import "server-only";
import type { Grant } from "#lib/access/resolve-grants";
import { err, ok, type Result } from "#lib/result";
import type { Refusal } from "./refusal";

/** The code for a role that needs one: six digits (STS API Reference, TokenCode), blanks as phones show them dropped. */
export function checkMfaCode(grant: Grant, given: string | undefined): Result<string | null, Refusal> {
  if (grant.mfaSerial === null) return ok(null);
  const code = (given ?? "").replace(/\s/g, "");
  if (code === "") return err({ code: "mfa_code_required" });
  return /^\d{6}$/.test(code) ? ok(code) : err({ code: "mfa_code_invalid" });
}
