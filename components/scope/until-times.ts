/** Offered at a glance, in seconds. */
export const UNTIL_SECONDS: readonly number[] = [1800, 3600, 7200];

/** The end of a span that starts now, to the second, as a scope holds it. */
export function untilIn(seconds: number, now: Date): string {
  return `${new Date(now.getTime() + seconds * 1000).toISOString().slice(0, 19)}Z`;
}

const two = (part: number): string => String(part).padStart(2, "0");

/** For a field of type `datetime-local`: the reader's own zone, to the minute. */
export function toLocalField(until: string): string {
  const time = new Date(until);
  if (Number.isNaN(time.getTime())) return "";
  const day = `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
  return `${day}T${two(time.getHours())}:${two(time.getMinutes())}`;
}

/** And back, in UTC; null while the field is empty or half filled. */
export function fromLocalField(text: string): string | null {
  const time = new Date(text);
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text) || Number.isNaN(time.getTime())) return null;
  return `${time.toISOString().slice(0, 19)}Z`;
}
