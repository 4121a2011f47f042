import type { DocumentValues, RowLabels } from "./sayings-of-documents";
import type { FindingValues } from "./sayings-of-findings";
import type { FixValues } from "./sayings-of-fixes";

/** Nothing but the sentence itself. */
export type Plain = Readonly<Record<string, never>>;

/** What stands in a sentence: names between backticks, or parts that are sentences of their own. */
export type Listed = { readonly items: readonly (string | Saying)[]; readonly join: "and" | "or" | "pairs" };

type Values = FindingValues & FixValues & DocumentValues & RowLabels;

export type SayingCode = keyof Values;

/** What is said of a trust policy, before it is put into a language: which sentence, and what stands in it. */
export type Saying = { [Code in SayingCode]: { readonly code: Code; readonly values: Values[Code] } }[SayingCode];

export function say<const Code extends SayingCode>(
  code: Code,
  values: Values[Code],
): { readonly code: Code; readonly values: Values[Code] } {
  return { code, values };
}

/** A sentence in which nothing varies. */
export const plain = <const Code extends SayingCode>(code: Code) => ({ code, values: {} }) as const;

const quote = (text: string): string => `\`${text}\``;

/** `a`, `b` or `c`, each between backticks. */
export const names = (items: readonly string[], join: "and" | "or" = "or"): Listed => ({
  items: items.map(quote),
  join,
});
