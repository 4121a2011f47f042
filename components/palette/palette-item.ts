import type { Region } from "#lib/aws/region";
import type { ConsolePlace } from "../console/console-places";
import type { Marks } from "../roles/search/role-search";
import type { Theme } from "../shell/theme";
import type { PaletteRole } from "./palette-roles";
import type { StepKind } from "./palette-step";

/** A page of the portal. */
export type PaletteLink = { readonly href: string; readonly label: string; readonly isHelp: boolean };

type Kinds =
  | { readonly kind: "role"; readonly role: PaletteRole; readonly marks: Marks; readonly asLast: boolean }
  | { readonly kind: "place"; readonly place: ConsolePlace }
  | { readonly kind: "region"; readonly region: Region }
  | { readonly kind: "link"; readonly link: PaletteLink }
  | { readonly kind: "step"; readonly to: Exclude<StepKind, "root" | "role"> }
  | { readonly kind: "console"; readonly signOutFirst: boolean }
  | { readonly kind: "credentials" }
  | { readonly kind: "theme"; readonly theme: Theme }
  | { readonly kind: "language"; readonly language: string }
  | { readonly kind: "sign-out" };

/** What can be chosen. The id is one of a kind within a list. */
export type PaletteItem = Kinds & { readonly id: string };

export type GroupId =
  | "favourites"
  | "recent"
  | "roles"
  | "more"
  | "services"
  | "regions"
  | "open"
  | "pages"
  | "help"
  | "settings";

export type PaletteGroup = { readonly id: GroupId; readonly items: readonly PaletteItem[] };

const NO_MARKS: Marks = {};

export const roleItem = (role: PaletteRole, marks: Marks = NO_MARKS): PaletteItem => ({
  ...{ kind: "role", id: `role:${role.id}`, role, marks, asLast: false },
});

/** The role again, as it was used last. */
export const recentItem = (role: PaletteRole): PaletteItem => ({
  ...{ kind: "role", id: `recent:${role.id}`, role, marks: NO_MARKS, asLast: true },
});

export const placeItem = (place: ConsolePlace): PaletteItem => ({ kind: "place", id: `place:${place.key}`, place });

export const regionItem = (region: Region): PaletteItem => ({ kind: "region", id: `region:${region.code}`, region });

export const linkItem = (link: PaletteLink): PaletteItem => ({ kind: "link", id: `link:${link.href}`, link });

export const stepItem = (to: Extract<Kinds, { kind: "step" }>["to"]): PaletteItem => ({
  ...{ kind: "step", id: `step:${to}`, to },
});

export const themeItem = (theme: Theme): PaletteItem => ({ kind: "theme", id: `theme:${theme}`, theme });

export const languageItem = (language: string): PaletteItem => ({
  ...{ kind: "language", id: `language:${language}`, language },
});

export const CONSOLE_ITEM: PaletteItem = { kind: "console", id: "console", signOutFirst: false };
export const SIGN_OUT_FIRST_ITEM: PaletteItem = { kind: "console", id: "console-sign-out-first", signOutFirst: true };
export const CREDENTIALS_ITEM: PaletteItem = { kind: "credentials", id: "credentials" };
export const SIGN_OUT_ITEM: PaletteItem = { kind: "sign-out", id: "sign-out" };
