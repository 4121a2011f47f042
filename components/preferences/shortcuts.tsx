"use client";
import { useTranslations } from "next-intl";
import { lazy, memo, type ReactNode, Suspense, useId, useState } from "react";
import type { OpenCredentials } from "../credentials/use-credentials-dialog";
import type { AccountRole } from "../roles/role-view";
import { Button } from "../ui/button";
import { Skeleton } from "../ui/skeleton";
import { keyOf, listFavourites } from "./change-preferences";
import { FavouriteCard } from "./favourite-card";
import { PreferenceProblem } from "./preference-problem";
import type { RolePreference } from "./preferences";
import { usePreferences } from "./preferences-context";
import { RecentRole } from "./recent-role";

// Dragging and its library arrive with the person who wants to put things in order.
const FavouritesEditor = lazy(() =>
  import("./favourites-editor").then((module) => ({ default: module.FavouritesEditor })),
);

/** More would push the list out of sight. */
const SHOWN_FAVOURITES = 12;
const SHOWN_RECENTS = 5;

/** What the person keeps about a role, with the role itself. */
export type KeptRole = AccountRole & { readonly preference: RolePreference };

type ShortcutsProps = {
  /** A role that the person holds now, by account and name; null for any other. */
  readonly findRole: (accountId: string, roleName: string) => AccountRole | null;
  readonly onCredentials: OpenCredentials;
};

/**
 * Favourites, then what was used last: the way in for nine visits of ten. Nothing where there is nothing. Memoised: a key
 * press in the search renders none of it.
 */
export const Shortcuts = memo(function Shortcuts({ findRole, onCredentials }: ShortcutsProps) {
  const { roles } = usePreferences().preferences;
  const withRole = (preference: RolePreference): KeptRole[] => {
    const found = findRole(preference.accountId, preference.roleName);
    return found === null ? [] : [{ ...found, preference }];
  };
  const favourites = listFavourites(roles).flatMap(withRole);
  const recents = listRecents(roles).slice(0, SHOWN_RECENTS).flatMap(withRole);
  return (
    <>
      {favourites.length === 0 ? null : <Favourites favourites={favourites} onCredentials={onCredentials} />}
      {recents.length === 0 ? null : <Recents recents={recents} onCredentials={onCredentials} />}
    </>
  );
});

/** ISO 8601 in one zone: the order of the texts is the order of the times. */
const listRecents = (roles: readonly RolePreference[]) =>
  roles
    .filter(({ position, last }) => position === null && last !== null)
    .sort((one, other) => ((one.lastUsedAt ?? "") < (other.lastUsedAt ?? "") ? 1 : -1));

// Phones have one row to push sideways, so that the list below stays in sight; open fields stand below their role there too.
const PHONE_ROW =
  "max-sm:relative max-sm:-mx-4 max-sm:flex max-sm:snap-x max-sm:scroll-px-4 max-sm:overflow-x-auto max-sm:px-4 max-sm:pb-1 max-sm:has-data-options:flex-wrap";

type FavouritesProps = { readonly favourites: readonly KeptRole[]; readonly onCredentials: OpenCredentials };

function Favourites({ favourites, onCredentials }: FavouritesProps) {
  const t = useTranslations("preferences");
  const [isArranging, setArranging] = useState(false);
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? favourites : favourites.slice(0, SHOWN_FAVOURITES);
  return (
    <Strip
      title={t("favourites")}
      aside={
        <>
          <PreferenceProblem about="favourites" />
          <Button
            variant="quiet"
            size="small"
            className="-mr-2"
            aria-expanded={isArranging}
            onClick={() => setArranging(!isArranging)}
          >
            {isArranging ? t("done") : t("arrange")}
          </Button>
        </>
      }
    >
      {isArranging ? (
        <Suspense fallback={<EditorSkeleton rows={favourites.length} />}>
          <FavouritesEditor favourites={favourites} />
        </Suspense>
      ) : (
        <ul className={`grid grid-flow-dense items-start gap-2 sm:grid-cols-2 xl:grid-cols-3 ${PHONE_ROW}`}>
          {shown.map(({ account, role, preference }) => (
            <FavouriteCard key={keyOf(preference)} {...{ account, role, onCredentials }} alias={preference.alias} />
          ))}
        </ul>
      )}
      {isArranging || shown.length === favourites.length ? null : (
        <Button variant="quiet" size="small" className="self-start" onClick={() => setShowsAll(true)}>
          {t("showAll", { count: favourites.length })}
        </Button>
      )}
    </Strip>
  );
}

function Recents({ recents, onCredentials }: { recents: readonly KeptRole[]; onCredentials: OpenCredentials }) {
  const t = useTranslations("preferences");
  return (
    <Strip title={t("recents")}>
      <ul className={`flex gap-2 sm:flex-wrap ${PHONE_ROW}`}>
        {recents.map(({ account, role, preference }) =>
          preference.last === null ? null : (
            <RecentRole
              key={keyOf(preference)}
              {...{ account, role, onCredentials }}
              alias={preference.alias}
              last={preference.last}
            />
          ),
        )}
      </ul>
    </Strip>
  );
}

type StripProps = { readonly title: string; readonly aside?: ReactNode; readonly children: ReactNode };

function Strip({ title, aside, children }: StripProps) {
  const headingId = useId();
  return (
    <section aria-labelledby={headingId} className="flex min-w-0 flex-col gap-2">
      <div className="flex h-7 items-center gap-2">
        <h2 id={headingId} className="mr-auto font-medium text-sm text-soft">
          {title}
        </h2>
        {aside}
      </div>
      {children}
    </section>
  );
}

/** As tall as the editor that replaces it. */
function EditorSkeleton({ rows }: { rows: number }) {
  return (
    <div className="overflow-hidden rounded-lg border border-line bg-surface">
      {Array.from({ length: rows }, (_, row) => row).map((row) => (
        <div key={row} className="flex h-14 items-center border-line border-b px-3 last:border-b-0">
          <Skeleton className="h-4 w-40" />
        </div>
      ))}
    </div>
  );
}
