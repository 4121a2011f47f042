/** In this order: Edge and Opera say Chrome too, Chrome says Safari too. */
const BROWSERS: readonly (readonly [mark: string, name: string])[] = [
  ["aws-cli/", "AWS CLI"],
  ["Boto3/", "boto3"],
  ["aws-sdk-js/", "AWS SDK for JavaScript"],
  ["gatehouse-helper/", "Gatehouse helper"],
  ["curl/", "curl"],
  ["Edg/", "Edge"],
  ["OPR/", "Opera"],
  ["Firefox/", "Firefox"],
  ["Chrome/", "Chrome"],
  ["Safari/", "Safari"],
];

const SYSTEMS: readonly (readonly [mark: string, name: string])[] = [
  ["Android", "Android"],
  ["iPhone", "iPhone"],
  ["iPad", "iPad"],
  ["Windows", "Windows"],
  ["Mac OS X", "macOS"],
  ["Linux", "Linux"],
  ["Darwin", "macOS"],
  // AWS's own programs, of this year's spelling: `os/macos#24.1`.
  ["os/windows", "Windows"],
  ["os/macos", "macOS"],
  ["os/linux", "Linux"],
];

const nameIn = (text: string, marks: typeof BROWSERS) => marks.find(([mark]) => text.includes(mark))?.[1];

/** What could be told of a browser or program: names of products, the same in every language. */
export type KnownUserAgent = { readonly browser: string | null; readonly system: string | null };

/** For a person to recognise; null when there was no user agent. Never used to decide anything. */
export function recogniseUserAgent(userAgent: string | null): KnownUserAgent | null {
  if (userAgent === null || userAgent === "") return null;
  return { browser: nameIn(userAgent, BROWSERS) ?? null, system: nameIn(userAgent, SYSTEMS) ?? null };
}
