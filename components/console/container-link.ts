import type { EnvironmentTone } from "../roles/role-view";

/**
 * The Firefox extension "Open external links in a container" (addons.mozilla.org/firefox/addon/open-url-in-container): a link
 * `ext+container:` with `name`, `color`, `icon` and `url` as a query. It makes the container when there is none of that name, and
 * asks before it opens a link that its own key has not signed; the portal has no such key.
 */
export const CONTAINER_EXTENSION_URL = "https://addons.mozilla.org/firefox/addon/open-url-in-container/";

// The eight colours that Firefox has for containers.
const COLORS = {
  red: "red",
  orange: "orange",
  amber: "yellow",
  green: "green",
  teal: "turquoise",
  blue: "blue",
  violet: "purple",
  grey: "toolbar",
} as const satisfies Record<EnvironmentTone, string>;

/** The colour of the container of an account, by its environment. */
export const containerColor = (tone: EnvironmentTone) => COLORS[tone];

type ContainerLink = {
  readonly accountId: string;
  readonly accountName: string;
  readonly roleName: string;
  readonly tone: EnvironmentTone;
  readonly region: string;
  readonly destination: string | null;
  readonly origin: string;
};

/**
 * Opens the portal's own page `/go` in a container named after the account. Never a sign-in URL: extensions see the link, and
 * the history keeps it. The page asks, and mints inside the container.
 */
export function buildContainerLink(link: ContainerLink): string {
  const go = new URL("/go", link.origin);
  go.searchParams.set("account", link.accountId);
  go.searchParams.set("role", link.roleName);
  go.searchParams.set("region", link.region);
  if (link.destination !== null) go.searchParams.set("destination", link.destination);
  const query = new URLSearchParams({
    name: link.accountName,
    color: containerColor(link.tone),
    icon: "briefcase",
    url: go.href,
  });
  return `ext+container:${query}`;
}

/** Containers are Firefox's own; what is built on it says so too. */
export function hasContainers(userAgent: string): boolean {
  return /\bFirefox\/\d/.test(userAgent) && !/Seamonkey/i.test(userAgent);
}

const KEY = "gatehouse-containers";

/** Whether the person said, in this browser, that they have the extension. */
export function findContainerChoice(): boolean {
  try {
    return localStorage.getItem(KEY) === "true";
  } catch {
    return false;
  }
}

export function saveContainerChoice(chosen: boolean): void {
  try {
    localStorage.setItem(KEY, String(chosen));
  } catch {
    // A private window: it is said again next time.
  }
}
