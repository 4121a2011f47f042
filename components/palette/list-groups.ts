import { isInPartition } from "#lib/aws/console-service-partitions";
import { type Partition, partitionOfRegion } from "#lib/aws/partition";
import { REGIONS, type Region } from "#lib/aws/region";
import { type ConsolePlace, searchConsolePlaces } from "../console/console-places";
import { THEMES } from "../shell/theme";
import type { PaletteGroup, PaletteItem, PaletteLink } from "./palette-item";
import * as items from "./palette-item";
import {
  hasConsole,
  listFavourites,
  listRecent,
  type PaletteRole,
  partitionOf,
  type RoleFinder,
} from "./palette-roles";
import type { Draft, Step } from "./palette-step";

/** What there is to list. Roles are null while they are on their way. */
export type PaletteSources = {
  readonly roles: readonly PaletteRole[] | null;
  readonly findRoles: RoleFinder;
  /** Of every partition; what one lacks is left out for its roles. */
  readonly places: readonly ConsolePlace[];
  readonly recentPlaces: readonly string[];
  readonly links: readonly PaletteLink[];
  readonly languages: readonly string[];
  /** The words of an item as they are shown, for those that are found by them. */
  readonly labelOf: (item: PaletteItem) => string;
};

/** As many roles as anybody looks through; a longer query narrows them. */
export const MOST_ROLES = 50;
/** So that what else was found is in sight below them. */
const ROLES_BEFORE_OTHERS = 6;
const FAVOURITES = 10;
const RECENT = 5;
const OTHERS = 6;

const keep = (groups: readonly PaletteGroup[]) => groups.filter((group) => group.items.length > 0);

const fold = (text: string) => text.toLocaleLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");

/** Those in whose words every word of the query begins a word. */
function matchWords(all: readonly PaletteItem[], query: string, { labelOf }: PaletteSources): readonly PaletteItem[] {
  const typed = fold(query.slice(0, 100))
    .split(/\s+/)
    .filter((word) => word !== "");
  return all.filter((item) => {
    const words = fold(labelOf(item)).split(/[^\p{L}\p{N}]+/u);
    return typed.every((start) => words.some((word) => word.startsWith(start)));
  });
}

const partitionsOf = (roles: readonly PaletteRole[]): readonly Partition[] => [
  ...new Set(roles.filter(hasConsole).map(partitionOf)),
];

/** The Regions of the partitions in which the person has roles. */
function listRegions(partitions: readonly Partition[]): readonly Region[] {
  return partitions.flatMap((partition) => REGIONS[partition]);
}

const SETTINGS = [items.stepItem("theme"), items.stepItem("language"), items.SIGN_OUT_ITEM];
/** Found by their own names, without a step between. */
const listSettings = ({ languages }: PaletteSources) => [
  ...THEMES.map(items.themeItem),
  ...languages.map(items.languageItem),
  ...SETTINGS,
];
const OPEN_WAYS = [items.stepItem("places"), items.stepItem("regions")];

function listFirst({ roles, links }: PaletteSources): readonly PaletteGroup[] {
  const all = roles ?? [];
  const favourites = listFavourites(all).slice(0, FAVOURITES);
  const recent = listRecent(all).slice(0, RECENT);
  const first = favourites.length + recent.length === 0 ? all.slice(0, ROLES_BEFORE_OTHERS) : [];
  return keep([
    { id: "favourites", items: favourites.map((role) => items.roleItem(role)) },
    { id: "recent", items: recent.map(items.recentItem) },
    { id: "roles", items: first.map((role) => items.roleItem(role)) },
    { id: "open", items: OPEN_WAYS },
    { id: "pages", items: links.filter(({ isHelp }) => !isHelp).map(items.linkItem) },
    { id: "settings", items: SETTINGS },
  ]);
}

/** Roles first, the best of them; then whatever else is called so; then the other roles. */
function listFound(query: string, sources: PaletteSources): readonly PaletteGroup[] {
  const found = sources.findRoles(query, MOST_ROLES).found.map(({ role, marks }) => items.roleItem(role, marks));
  const services = searchConsolePlaces(sources.places, query, { recent: [], limit: OTHERS }).map(items.placeItem);
  const regions = matchWords(listRegions(partitionsOf(sources.roles ?? [])).map(items.regionItem), query, sources);
  const links = matchWords(sources.links.map(items.linkItem), query, sources);
  const others = keep([
    { id: "services", items: services },
    { id: "regions", items: regions.slice(0, OTHERS) },
    { id: "open", items: matchWords(OPEN_WAYS, query, sources) },
    { id: "pages", items: links.filter((item) => item.kind === "link" && !item.link.isHelp) },
    { id: "help", items: links.filter((item) => item.kind === "link" && item.link.isHelp).slice(0, OTHERS) },
    { id: "settings", items: matchWords(listSettings(sources), query, sources) },
  ]);
  const split = others.length === 0 ? found.length : ROLES_BEFORE_OTHERS;
  return keep([{ id: "roles", items: found.slice(0, split) }, ...others, { id: "more", items: found.slice(split) }]);
}

/** Roles of the Region's partition, and of those that have the service. */
function acceptsDraft({ place, region }: Draft) {
  return (role: PaletteRole) =>
    hasConsole(role) &&
    (place === null || isInPartition(place.service.id, partitionOf(role))) &&
    (region === null || partitionOfRegion(region) === partitionOf(role));
}

function listRoleWays({ place, region, role }: Draft): readonly PaletteItem[] {
  if (role !== null && !hasConsole(role)) return [items.CONSOLE_ITEM];
  return [
    items.CONSOLE_ITEM,
    items.CREDENTIALS_ITEM,
    ...(place === null ? [items.stepItem("places")] : []),
    ...(region === null && place?.service.isGlobal !== true ? [items.stepItem("regions")] : []),
    items.SIGN_OUT_FIRST_ITEM,
  ];
}

function listPlaces({ draft, query }: Step, { places, recentPlaces, roles }: PaletteSources): readonly PaletteItem[] {
  const partitions = draft.role === null ? partitionsOf(roles ?? []) : [partitionOf(draft.role)];
  const region = draft.region === null ? null : partitionOfRegion(draft.region);
  const offered = places.filter(({ service }) =>
    partitions.some((partition) => (region ?? partition) === partition && isInPartition(service.id, partition)),
  );
  return searchConsolePlaces(offered, query, { recent: recentPlaces, limit: MOST_ROLES }).map(items.placeItem);
}

function listRolesFor({ draft, query }: Step, { findRoles }: PaletteSources): readonly PaletteItem[] {
  const { found } = findRoles(query, MOST_ROLES, acceptsDraft(draft));
  return found.map(({ role, marks }) => items.roleItem(role, marks));
}

function listRegionsFor({ draft, query }: Step, sources: PaletteSources): readonly PaletteItem[] {
  const partitions = draft.role === null ? partitionsOf(sources.roles ?? []) : [partitionOf(draft.role)];
  return matchWords(listRegions(partitions).map(items.regionItem), query, sources);
}

type Lister = (step: Step, sources: PaletteSources) => readonly PaletteGroup[];

const only =
  (id: PaletteGroup["id"], list: (step: Step, sources: PaletteSources) => readonly PaletteItem[]): Lister =>
  (step, sources) =>
    keep([{ id, items: list(step, sources) }]);

const LISTERS: Readonly<Record<Step["kind"], Lister>> = {
  root: ({ query }, sources) => (query.trim() === "" ? listFirst(sources) : listFound(query, sources)),
  role: only("open", ({ draft, query }, sources) => matchWords(listRoleWays(draft), query, sources)),
  roles: only("roles", listRolesFor),
  places: only("services", listPlaces),
  regions: only("regions", listRegionsFor),
  theme: only("settings", ({ query }, sources) => matchWords(THEMES.map(items.themeItem), query, sources)),
  language: only("settings", ({ query }, sources) =>
    matchWords(sources.languages.map(items.languageItem), query, sources),
  ),
};

/** What the palette shows at a step, for what was typed. */
export function listGroups(step: Step, sources: PaletteSources): readonly PaletteGroup[] {
  return LISTERS[step.kind](step, sources);
}
