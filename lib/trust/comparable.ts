/** A decimal number; NaN, which compares with nothing, for anything else. */
export const readNumber = (text: string): number => (/^[+-]?\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN);

const ISO_8601 = /^(\d{4}-\d{2}(?:-\d{2})?)(T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)?(Z|[+-]\d{2}:\d{2})?$/i;

/**
 * Milliseconds since 1970 of one of the W3C's ISO 8601 forms, or of seconds since 1970; NaN, which compares with nothing,
 * for anything else. A time without a zone is UTC, wherever this runs. IAM User Guide,
 * reference_policies_elements_condition_operators (date condition operators).
 */
export function readTimeMs(text: string): number {
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  const [, date, time, zone] = ISO_8601.exec(text) ?? [];
  if (date === undefined || (time === undefined && zone !== undefined && zone.toUpperCase() !== "Z")) return Number.NaN;
  return Date.parse(time === undefined ? date : `${date}${time}${zone ?? "Z"}`.toUpperCase());
}
