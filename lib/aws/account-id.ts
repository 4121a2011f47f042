import { err, ok, type Result } from "#lib/result";

/** Twelve digits, as text: leading zeros count. */
export type AccountId = string & { readonly __brand: "AccountId" };

export function isAccountId(text: string): text is AccountId {
  return /^\d{12}$/.test(text);
}

/** Accepts exactly 12 digits; refuses spaces, dashes (`1111-1111-1111`) and numbers that lost their leading zeros. */
export function parseAccountId(text: string): Result<AccountId, "account_id_invalid"> {
  return isAccountId(text) ? ok(text) : err("account_id_invalid");
}
