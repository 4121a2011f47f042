/** In this order: Edge and Opera say Chrome too, Chrome says Safari too. */
const BROWSERS: readonly (readonly [mark: string, name: string])[] = [
  ["aws-cli/", "AWS CLI"],
  ["Boto3/", "boto3"],
  ["aws-sdk-js/", "AWS SDK for JavaScript"],
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
];

const nameIn = (text: string, marks: typeof BROWSERS) => marks.find(([mark]) => text.includes(mark))?.[1];

/** `Firefox on macOS`, for a person to recognise; null when there was no user agent. Never used to decide anything. */
export function shortenUserAgent(userAgent: string | null): string | null {
  if (userAgent === null || userAgent === "") return null;
  const browser = nameIn(userAgent, BROWSERS) ?? "Another program";
  const system = nameIn(userAgent, SYSTEMS);
  return system === undefined ? browser : `${browser} on ${system}`;
}
