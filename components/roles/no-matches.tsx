import { SearchX } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { Panel } from "../ui/panel";

// As much of a pasted text as shows which one it was.
const SHOWN_LENGTH = 60;

type NoMatchesProps = {
  readonly query: string;
  readonly hasFilters: boolean;
  readonly onClearQuery: () => void;
  readonly onClearFilters: () => void;
};

/** Nothing to show: says what was looked for, and takes away what was in the way. */
export function NoMatches({ query, hasFilters, onClearQuery, onClearFilters }: NoMatchesProps) {
  const t = useTranslations("roles");
  const isSearching = query.trim() !== "";
  const shown = query.length > SHOWN_LENGTH ? `${query.slice(0, SHOWN_LENGTH)}…` : query;
  return (
    <Panel>
      <EmptyState
        icon={SearchX}
        title={t("nothing")}
        action={
          <div className="flex flex-wrap justify-center gap-2">
            {isSearching ? <Button onClick={onClearQuery}>{t("clearSearch")}</Button> : null}
            {hasFilters ? <Button onClick={onClearFilters}>{t("clearFilters")}</Button> : null}
          </div>
        }
      >
        {isSearching ? (
          <p className="[overflow-wrap:anywhere]">
            {t(hasFilters ? "nothingWithin" : "nothingFor")} <bdi className="font-medium text-ink">{shown}</bdi>
          </p>
        ) : (
          <p>{t("nothingFiltered")}</p>
        )}
      </EmptyState>
    </Panel>
  );
}
