"use client";
import { ChevronsDownUp, ChevronsUpDown, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { memo, useDeferredValue, useMemo } from "react";
import { usePreferences } from "../../preferences/preferences-context";
import { Button } from "../../ui/button";
import { classNames } from "../../ui/class-names";
import type { Directory } from "../directory/directory";
import { EnvironmentDot } from "../environment-badge";
import { type Facet, listEnvironments, sameFacet, toggleFacet } from "./facets";
import { FilterSelect } from "./filter-select";

type FilterBarProps = {
  readonly directory: Directory;
  readonly filters: readonly Facet[];
  readonly onFilters: (filters: readonly Facet[]) => void;
  readonly hasCollapsed: boolean;
  readonly onToggleAll: () => void;
};

// More would take a second line; they are in the list beside.
const MAX_CHIPS = 6;

const chipClass = (isPressed: boolean) =>
  classNames(
    "inline-flex h-7 items-center gap-1.5 rounded-md px-2 font-medium text-xs transition-colors pointer-coarse:h-10 pointer-coarse:px-3",
    isPressed ? "bg-hover text-ink ring-1 ring-edge ring-inset" : "text-soft hover:bg-hover hover:text-ink",
  );

/** Environments, other labels and the path; what is in force, each to be taken away; how the list is laid out. */
export const FilterBar = memo(function FilterBar(props: FilterBarProps) {
  const { directory, filters, onFilters, hasCollapsed, onToggleAll } = props;
  const t = useTranslations("roles");
  const environments = useMemo(() => listEnvironments(directory).slice(0, MAX_CHIPS), [directory]);
  // Its choices are many, and nobody sees them before the page works.
  const isReady = useDeferredValue(true, false);
  const chosen = filters.filter((filter) => !environments.some((one) => sameFacet(one, filter)));
  return (
    <div className="flex min-h-8 flex-wrap items-center gap-x-1 gap-y-1.5">
      {environments.length < 2 ? null : (
        <fieldset className="flex flex-wrap gap-0.5">
          <legend className="sr-only">{t("environment")}</legend>
          {environments.map((facet) => {
            const isPressed = filters.some((one) => sameFacet(one, facet));
            return (
              <button
                key={facet.value}
                type="button"
                aria-pressed={isPressed}
                onClick={() => onFilters(toggleFacet(filters, facet))}
                className={chipClass(isPressed)}
              >
                {facet.kind === "environment" ? <EnvironmentDot environment={facet.environment} /> : null}
                {facet.value}
                <span className="font-normal text-faint tabular-nums">{facet.count}</span>
              </button>
            );
          })}
        </fieldset>
      )}
      <FilterSelect
        directory={directory}
        isReady={isReady}
        onChoose={(facet) =>
          onFilters(
            toggleFacet(
              filters.filter((one) => !sameFacet(one, facet)),
              facet,
            ),
          )
        }
      />
      {chosen.map((facet) => (
        <Chosen
          key={`${facet.kind} ${facet.name}`}
          facet={facet}
          onRemove={() => onFilters(toggleFacet(filters, facet))}
        />
      ))}
      <ViewChoices hasCollapsed={hasCollapsed} onToggleAll={onToggleAll} />
    </div>
  );
});

/** What stands before the value, and the value. */
export function useFacetText() {
  const t = useTranslations("roles");
  return (facet: Facet) =>
    facet.kind === "via"
      ? { name: t("path"), value: t(`via.${facet.value}`) }
      : { name: facet.kind === "label" ? facet.name : t("environment"), value: facet.value };
}

function Chosen({ facet, onRemove }: { facet: Facet; onRemove: () => void }) {
  const t = useTranslations("roles");
  const text = useFacetText()(facet);
  return (
    <button
      type="button"
      aria-label={t("removeFilter", text)}
      onClick={onRemove}
      className={classNames(chipClass(true), "max-w-64")}
    >
      <span className="font-normal text-faint">{text.name}</span>
      <span className="truncate">{text.value}</span>
      <X aria-hidden className="size-3 shrink-0" />
    </button>
  );
}

function ViewChoices({ hasCollapsed, onToggleAll }: Pick<FilterBarProps, "hasCollapsed" | "onToggleAll">) {
  const t = useTranslations("roles");
  const { preferences, setView } = usePreferences();
  const { grouping } = preferences.view;
  const Icon = hasCollapsed ? ChevronsUpDown : ChevronsDownUp;
  return (
    <div className="ml-auto flex items-center gap-1">
      {grouping === "flat" ? null : (
        <Button size="small" variant="quiet" className="text-xs" onClick={onToggleAll}>
          <Icon aria-hidden className="size-3.5" />
          {t(hasCollapsed ? "openAll" : "closeAll")}
        </Button>
      )}
      <fieldset className="flex gap-0.5 rounded-md bg-sunken p-0.5">
        <legend className="sr-only">{t("grouping")}</legend>
        {(["account", "flat"] as const).map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={grouping === one}
            onClick={() => setView({ grouping: one })}
            className={classNames(
              "h-6 rounded-sm px-2 text-xs pointer-coarse:h-9",
              grouping === one ? "bg-surface font-medium text-ink shadow-rise" : "text-soft hover:text-ink",
            )}
          >
            {t(`group.${one}`)}
          </button>
        ))}
      </fieldset>
    </div>
  );
}
