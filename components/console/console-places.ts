import { CONSOLE_PAGES, type ConsolePageId, type ConsoleService, type ServicePlace } from "#lib/aws/console-services";

/** A service, or a page within one, as people find it. */
export type ConsolePlace = ServicePlace & {
  /** `ec2` or `ec2/instances`. */
  readonly key: string;
  /** The page's name in the reader's language; null for the service itself. */
  readonly pageName: string | null;
  readonly words: readonly string[];
};

export type PageName = (page: ConsolePageId) => string;

const splitWords = (text: string) =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");

/** `logGroups` as it is in English: `log groups`. */
const inEnglish = (page: ConsolePageId) => page.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

function toPlace(service: ConsoleService, page: ConsolePageId | null, pageName: PageName): ConsolePlace {
  const name = page === null ? null : pageName(page);
  const own = `${service.id} ${service.name} ${service.words}`;
  return {
    key: page === null ? service.id : `${service.id}/${page}`,
    service,
    page,
    pageName: name,
    words: splitWords(page === null ? own : `${own} ${name} ${inEnglish(page)}`),
  };
}

/** The services, each followed by its pages. */
export function listConsolePlaces(services: readonly ConsoleService[], pageName: PageName): readonly ConsolePlace[] {
  return services.flatMap((service) => [
    toPlace(service, null, pageName),
    ...CONSOLE_PAGES.filter((page) => service.pages[page] !== undefined).map((page) =>
      toPlace(service, page, pageName),
    ),
  ]);
}

/** How well a word that was typed fits: whole words before beginnings before anything within. 0: not at all. */
function closeness(typed: string, words: readonly string[]): number {
  let best = 0;
  for (const word of words) {
    if (word === typed) return 4;
    if (word.startsWith(typed)) best = Math.max(best, 2);
    else if (typed.length > 2 && word.includes(typed)) best = Math.max(best, 1);
  }
  return best;
}

function score(place: ConsolePlace, typed: readonly string[]): number {
  let total = 0;
  for (const word of typed) {
    const own = closeness(word, place.words);
    if (own === 0) return 0;
    total += own + (place.service.id === word ? 3 : 0);
  }
  // The service before its pages, unless the words are about a page.
  const isPage = place.pageName !== null && typed.some((word) => closeness(word, splitWords(place.pageName ?? "")) > 1);
  return total + (place.page === null ? 0.5 : isPage ? 1 : 0);
}

/** The places for which every word that was typed fits, best first. Nothing typed: the services, `recent` before them. */
export function searchConsolePlaces(
  places: readonly ConsolePlace[],
  query: string,
  { recent, limit }: { readonly recent: readonly string[]; readonly limit: number },
): readonly ConsolePlace[] {
  const typed = splitWords(query.slice(0, 100));
  if (query.trim() === "") {
    const known = recent.flatMap((key) => places.find((place) => place.key === key) ?? []);
    const rest = places.filter((place) => place.page === null && !recent.includes(place.key));
    return [...known, ...rest].slice(0, limit);
  }
  if (typed.length === 0) return [];
  return places
    .map((place) => ({ place, score: score(place, typed) }))
    .filter((found) => found.score > 0)
    .sort((one, other) => other.score - one.score)
    .slice(0, limit)
    .map(({ place }) => place);
}
