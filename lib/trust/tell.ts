import type { Listed, Saying, SayingCode } from "./saying";

type Join = `list.${Listed["join"]}` | "list.comma";

/** The words of one language: a sentence by its code, with what stands in it. */
export type Translate = (code: SayingCode | Join, values: Record<string, string | number>) => string;

type Part = string | number | Saying | readonly Saying[] | Listed;

const isSaying = (part: Saying | Listed): part is Saying => "code" in part;
const isFurther = (part: Part): part is readonly Saying[] => Array.isArray(part);

/** Two and more: `a`, `b` or `c`; pairs are all joined alike. */
function tellList({ items, join }: Listed, translate: Translate): string {
  const [first = "", ...others] = items.map((item) => (typeof item === "string" ? item : tell(item, translate)));
  return others.reduce((before, next, at) => {
    const word = join === "pairs" || at === others.length - 1 ? (`list.${join}` as const) : "list.comma";
    return translate(word, { before, next });
  }, first);
}

function tellPart(part: Part, translate: Translate): string | number {
  if (typeof part === "string" || typeof part === "number") return part;
  if (isFurther(part)) return part.map((one) => ` ${tell(one, translate)}`).join("");
  return isSaying(part) ? tell(part, translate) : tellList(part, translate);
}

/** A saying in a language. Names and values stand between backticks; what follows a sentence is set off by a space. */
export function tell({ code, values }: Saying, translate: Translate): string {
  const parts: readonly (readonly [string, Part])[] = Object.entries(values);
  return translate(code, Object.fromEntries(parts.map(([name, part]) => [name, tellPart(part, translate)])));
}
