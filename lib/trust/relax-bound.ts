import { readNumber, readTimeMs } from "./comparable";
import { parseOperator } from "./condition";
import type { Condition } from "./policy";
import { plain, type Saying } from "./saying";

type Bound = { readonly values: readonly string[]; readonly advice: readonly Saying[] };

const DAY_MS = 86_400_000;

/** Less- and greater-than conditions: the bound moved just so far that the value passes; a date gets one day more. */
export function relaxBound(condition: Condition, value: string): Bound | null {
  const [, family, direction, orEqual] =
    /^(Numeric|Date)(Less|Greater)Than(Equals)?$/.exec(parseOperator(condition.operator)?.base ?? "") ?? [];
  if (family === undefined) return null;
  const isLess = direction === "Less";
  if (family === "Numeric") return relaxNumber(value, isLess, orEqual !== undefined);
  const seenMs = readTimeMs(value);
  if (Number.isNaN(seenMs)) return null;
  const boundMs = isLess ? seenMs + DAY_MS : orEqual === undefined ? seenMs - 1000 : seenMs;
  const isEpoch = condition.values.every((one) => /^\d+$/.test(one));
  const advice = isLess ? [plain("advice.choose_date")] : [];
  return { values: [isEpoch ? writeEpoch(boundMs, isLess) : writeTime(boundMs)], advice };
}

function relaxNumber(value: string, isLess: boolean, orEqual: boolean): Bound | null {
  const number = readNumber(value);
  if (Number.isNaN(number)) return null;
  const bound = orEqual ? number : isLess ? Math.floor(number) + 1 : Math.ceil(number) - 1;
  return { values: [String(bound)], advice: [] };
}

const writeTime = (timeMs: number): string => new Date(timeMs).toISOString().replace(".000Z", "Z");

const writeEpoch = (timeMs: number, isLess: boolean): string =>
  String(isLess ? Math.ceil(timeMs / 1000) : Math.floor(timeMs / 1000));
