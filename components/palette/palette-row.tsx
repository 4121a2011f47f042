import {
  AppWindow,
  ArrowUpRight,
  ChevronRight,
  CircleQuestionMark,
  Clock,
  Globe,
  KeyRound,
  Languages,
  LayoutGrid,
  LogOut,
  type LucideIcon,
  Palette as PaletteIcon,
} from "lucide-react";
import { useTranslations } from "next-intl";
import { EnvironmentBadge, EnvironmentDot } from "../roles/environment-badge";
import { classNames } from "../ui/class-names";
import { Marked } from "./marked";
import type { PaletteItem } from "./palette-item";
import type { Palette } from "./use-palette";

type ItemOf<K extends PaletteItem["kind"]> = Extract<PaletteItem, { kind: K }>;

const STEP_ICONS = { roles: KeyRound, places: LayoutGrid, regions: Globe, theme: PaletteIcon, language: Languages };

const ICONS: { readonly [K in Exclude<PaletteItem["kind"], "role" | "step" | "link" | "console">]: LucideIcon } = {
  place: LayoutGrid,
  region: Globe,
  credentials: KeyRound,
  theme: PaletteIcon,
  language: Languages,
  "sign-out": LogOut,
};

function iconOf(item: Exclude<PaletteItem, ItemOf<"role">>): LucideIcon {
  if (item.kind === "step") return STEP_ICONS[item.to];
  if (item.kind === "link") return item.link.isHelp ? CircleQuestionMark : AppWindow;
  if (item.kind === "console") return item.signOutFirst ? LogOut : ArrowUpRight;
  return ICONS[item.kind];
}

// The same width with an arrow and without one: badges stay in line.
const END = "-my-1 -mr-2 grid h-8 w-9 shrink-0 place-items-center rounded-md pointer-coarse:h-11 pointer-coarse:w-12";

/** An item as one line. What is at its end says what it belongs to. */
export function PaletteRow({ item, palette }: { item: PaletteItem; palette: Palette }) {
  return (
    <>
      {item.kind === "role" ? <RoleLine item={item} /> : <PlainLine item={item} label={palette.labelOf(item)} />}
      {item.kind !== "step" && palette.canGoInto(item) ? (
        <span aria-hidden data-more className={classNames(END, "ml-auto text-faint hover:text-ink")}>
          <ChevronRight className="size-4" />
        </span>
      ) : item.kind === "role" ? (
        <span aria-hidden className={END} />
      ) : null}
    </>
  );
}

function PlainLine({ item, label }: { item: Exclude<PaletteItem, ItemOf<"role">>; label: string }) {
  const t = useTranslations("palette");
  const Icon = iconOf(item);
  return (
    <>
      <Icon aria-hidden className="size-4 shrink-0 text-faint" />
      {item.kind === "region" ? (
        <span className="flex min-w-0 gap-2.5">
          <span className="font-mono text-xs leading-5">{item.region.code}</span>
          <span className="truncate text-soft">{item.region.name}</span>
        </span>
      ) : (
        <span className="truncate">{label}</span>
      )}
      {item.kind === "place" && item.place.service.isGlobal ? (
        <span className="text-faint text-xs">{t("global")}</span>
      ) : null}
    </>
  );
}

function RoleLine({ item: { role: target, marks, asLast } }: { item: ItemOf<"role"> }) {
  const { account, role, alias, last } = target;
  return (
    <>
      <span aria-hidden className="grid size-4 shrink-0 place-items-center">
        {account.environment === null ? null : <EnvironmentDot environment={account.environment} />}
      </span>
      <span className="flex min-w-0 flex-1 items-baseline gap-x-2 max-sm:flex-col">
        <span className="max-w-full truncate font-medium">
          {alias === null ? null : <Marked text={alias} ranges={marks.alias} />}
          {alias === null ? null : " · "}
          <Marked text={role.roleName} ranges={marks.roleName} />
        </span>
        <span className="max-w-full truncate text-soft">
          <Marked text={account.accountName} ranges={marks.accountName} />
        </span>
      </span>
      {asLast && last?.region ? <LastRegion region={last.region} /> : null}
      <span className="shrink-0 font-mono text-faint text-xs tabular-nums max-sm:hidden">
        <Marked text={account.accountId} ranges={marks.accountId} />
      </span>
      <EnvironmentBadge environment={account.environment} />
    </>
  );
}

function LastRegion({ region }: { region: string }) {
  return (
    <span className="inline-flex shrink-0 items-center gap-1 font-mono text-faint text-xs max-sm:hidden">
      <Clock aria-hidden className="size-3" />
      {region}
    </span>
  );
}
