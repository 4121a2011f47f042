import { CommandGroup, CommandItem, CommandList } from "cmdk";
import { SearchX, WifiOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "../ui/button";
import { classNames } from "../ui/class-names";
import { Skeleton } from "../ui/skeleton";
import type { PaletteGroup } from "./palette-item";
import { PaletteRow } from "./palette-row";
import type { Palette } from "./use-palette";
import type { PaletteData } from "./use-palette-data";

type PaletteListProps = { readonly palette: Palette; readonly data: PaletteData };

/** What was found, or why there is nothing. */
export function PaletteList({ palette, data }: PaletteListProps) {
  const t = useTranslations("palette");
  const { step, groups } = palette;
  const wantsRoles = step.kind === "root" || step.kind === "roles";
  const isWaiting = wantsRoles && data.roles === null && data.failure === null;
  const count = groups.reduce((sum, { items }) => sum + items.length, 0);
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      {wantsRoles && data.roles === null && data.failure !== null ? <Failed data={data} /> : null}
      {isWaiting ? <Waiting /> : null}
      <CommandList
        label={t("results")}
        className={classNames("min-h-0 overflow-y-auto overscroll-contain outline-none", count > 0 && "p-1.5")}
      >
        {groups.map((group) => (
          <Group key={group.id} group={group} palette={palette} />
        ))}
      </CommandList>
      {count === 0 && !isWaiting && data.failure === null ? <NothingFound query={step.query} /> : null}
      <p role="status" className="sr-only">
        {isWaiting ? t("loading") : t("count", { count })}
      </p>
    </div>
  );
}

function Group({ group, palette }: { group: PaletteGroup; palette: Palette }) {
  const t = useTranslations("palette");
  return (
    <CommandGroup
      heading={t(`groups.${group.id}`)}
      className="[&>[cmdk-group-heading]]:px-2.5 [&>[cmdk-group-heading]]:pt-2 [&>[cmdk-group-heading]]:pb-1 [&>[cmdk-group-heading]]:font-medium [&>[cmdk-group-heading]]:text-faint [&>[cmdk-group-heading]]:text-xs"
    >
      {group.items.map((item) => (
        <CommandItem
          key={item.id}
          value={item.id}
          onSelect={() => palette.choose(item)}
          className="flex min-h-9 cursor-pointer items-center gap-2.5 rounded-md px-2.5 py-1 text-sm aria-selected:bg-hover pointer-coarse:min-h-12"
        >
          <PaletteRow item={item} palette={palette} />
        </CommandItem>
      ))}
    </CommandGroup>
  );
}

const ROWS = ["w-56", "w-44", "w-64", "w-48"];

function Waiting() {
  return (
    <div className="flex flex-col px-4 pt-2">
      {ROWS.map((width) => (
        <span key={width} className="flex h-9 items-center">
          <Skeleton className={`h-4 max-w-full ${width}`} />
        </span>
      ))}
    </div>
  );
}

function NothingFound({ query }: { query: string }) {
  const t = useTranslations("palette");
  return (
    <div className="flex flex-col items-center gap-1 px-6 py-10 text-center">
      <SearchX aria-hidden className="mb-1 size-5 text-faint" />
      <p className="max-w-full break-words font-medium">{t("nothing", { query: query.slice(0, 60) })}</p>
      <p className="text-sm text-soft">{t("nothingHint")}</p>
    </div>
  );
}

function Failed({ data: { failure, retry } }: { data: PaletteData }) {
  const t = useTranslations("palette");
  const isSignedOut = failure === "signed-out";
  return (
    <div role="alert" className="m-2 flex items-center gap-3 rounded-md bg-sunken px-3 py-2.5 text-sm">
      <WifiOff aria-hidden className="size-4 shrink-0 text-faint" />
      <span className="flex-1">{isSignedOut ? t("signedOut") : t("unreachable")}</span>
      <Button size="small" onClick={isSignedOut ? () => window.location.reload() : retry}>
        {isSignedOut ? t("signInAgain") : t("retry")}
      </Button>
    </div>
  );
}
