/** The portal's own words are written in this language first; every other one has the same keys. */
export const SOURCE_LANGUAGE = "en";

export const LANGUAGE_COOKIE = "gatehouse-language";

/** The languages that the portal speaks: one file each in `messages/`, found by next.config.ts when it is built. */
export const LANGUAGES: readonly string[] = (process.env.GATEHOUSE_LANGUAGES ?? SOURCE_LANGUAGE).split(",");

type Asked = { readonly cookie: string | undefined; readonly acceptLanguage: string | null };

type Weighed = { readonly tag: string; readonly quality: number };

function parseRange(range: string): Weighed {
  const [tag = "", ...parameters] = range.trim().toLowerCase().split(";");
  const quality = parameters.map((text) => /^\s*q=([\d.]+)\s*$/.exec(text)?.[1]).find((text) => text !== undefined);
  return { tag: tag.trim(), quality: quality === undefined ? 1 : Number(quality) };
}

/**
 * What the person chose, else what their browser prefers (RFC 9110, 12.5.4; RFC 4647, 3.4 lookup), else English. Anything
 * else that somebody may have put into the cookie counts as nothing.
 */
export function resolveLanguage({ cookie, acceptLanguage }: Asked, languages: readonly string[] = LANGUAGES): string {
  if (cookie !== undefined && languages.includes(cookie)) return cookie;
  const ranges = (acceptLanguage ?? "")
    .slice(0, 1000)
    .split(",")
    .map(parseRange)
    .filter(({ quality }) => quality > 0)
    .sort((one, other) => other.quality - one.quality);
  for (const { tag } of ranges) {
    const found = languages.find((language) => tag === language || tag.startsWith(`${language}-`));
    if (found !== undefined) return found;
  }
  return SOURCE_LANGUAGE;
}
