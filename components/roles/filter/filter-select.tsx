"use client";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import type { Directory } from "../directory/directory";
import { type Facet, listFacets } from "./facets";
import { useFacetText } from "./filter-bar";

type FilterSelectProps = {
  readonly directory: Directory;
  readonly isReady: boolean;
  readonly onChoose: (facet: Facet) => void;
};

const NONE: readonly Facet[] = [];

/** A native list: at home on phones, with screen readers and keyboards, however long it is. What is chosen stands beside it. */
export function FilterSelect({ directory, isReady, onChoose }: FilterSelectProps) {
  const t = useTranslations("roles");
  const textOf = useFacetText();
  const facets = useMemo(() => (isReady ? listFacets(directory) : NONE), [isReady, directory]);
  const groups = [...new Set(facets.map((facet) => textOf(facet).name))];
  return (
    <select
      aria-label={t("addFilter")}
      value=""
      onChange={(event) => {
        const facet = facets[Number(event.target.value)];
        if (facet !== undefined) onChoose(facet);
      }}
      className="h-7 w-24 rounded-md border border-line bg-surface px-1.5 text-soft text-xs pointer-coarse:h-10 pointer-coarse:w-28"
    >
      <option value="" disabled hidden>
        {t("filter")}
      </option>
      {groups.map((group) => (
        <optgroup key={group} label={group}>
          {facets.map((facet, at) => {
            const { name, value } = textOf(facet);
            return name === group ? (
              <option key={`${facet.kind} ${value}`} value={at}>
                {value} ({facet.count})
              </option>
            ) : null;
          })}
        </optgroup>
      ))}
    </select>
  );
}
