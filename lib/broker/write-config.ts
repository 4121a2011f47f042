import "server-only";
import { type ChoiceProblem, parseChoices } from "#lib/aws-config/choices";
import { formatConfig } from "#lib/aws-config/format-config";
import { holdsSecret } from "#lib/aws-config/holds-secret";
import { type MergeProblem, mergeConfig } from "#lib/aws-config/merge-config";
import { type PlanProblem, planConfig } from "#lib/aws-config/plan-config";
import type { Caller, RequestContext } from "#lib/identity";
import { err, ok, type Result } from "#lib/result";
import { isTooMany } from "./cli-limits";
import { describeConfig } from "./describe-config";
import { currentPortal } from "./portal";

export type ConfigProblem =
  | ChoiceProblem
  | PlanProblem
  | MergeProblem
  | { readonly code: "holds_secret" | "not_text" | "file_too_large" | "too_many" };

/** Whether this address has asked too often; the asking counts. */
export const isAskedTooOften = async (context: RequestContext): Promise<boolean> =>
  isTooMany(await currentPortal(), context, "config");

/** Far beyond any file of a person's; a million empty lines would keep everybody else waiting. */
const MOST_LINES = 100_000;

/** What is wrong with a file that was sent. Nothing of it is kept, whatever it is. */
function findFileProblem(file: string): ConfigProblem | null {
  // What a decoder writes for bytes that are no UTF-8: to answer with it would change the person's file.
  if (file.includes("\uFFFD") || file.includes("\0")) return { code: "not_text" };
  if (file.split(/[\r\n]/, MOST_LINES + 1).length > MOST_LINES) return { code: "file_too_large" };
  return holdsSecret(file) ? { code: "holds_secret" } : null;
}

/** The caller's file by the choices in the query: a new one, or `file` brought up to date. */
export async function writeConfig(
  caller: Caller,
  query: URLSearchParams,
  file: string | null,
): Promise<Result<string, ConfigProblem>> {
  const wrong = file === null ? null : findFileProblem(file);
  if (wrong !== null) return err(wrong);
  const offer = await describeConfig(caller);
  const choices = parseChoices(query, offer.defaultSession);
  if (!choices.ok) return choices;
  const plan = planConfig(offer, choices.value);
  if (!plan.ok) return plan;
  if (file === null) return ok(formatConfig(plan.value));
  const merged = mergeConfig(file, plan.value);
  return merged.ok ? ok(merged.value.text) : merged;
}
