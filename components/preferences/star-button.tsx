"use client";
import { Star } from "lucide-react";
import { useTranslations } from "next-intl";
import { memo } from "react";
import { classNames } from "../ui/class-names";
import { keyOf } from "./change-preferences";
import { PreferenceProblem } from "./preference-problem";
import { usePreferences } from "./preferences-context";

type StarButtonProps = {
  readonly accountId: string;
  readonly roleName: string;
  /** "Developer in payments-dev" */
  readonly label: string;
};

/** Makes a role a favourite, or no longer one. What went wrong is said over the row, beside the star. */
export const StarButton = memo(function StarButton({ accountId, roleName, label }: StarButtonProps) {
  const t = useTranslations("preferences");
  const { preferenceOf, setFavourite } = usePreferences();
  const isFavourite = (preferenceOf(accountId, roleName)?.position ?? null) !== null;
  return (
    <span className="relative inline-flex shrink-0">
      <button
        type="button"
        aria-pressed={isFavourite}
        aria-label={t("favourite", { role: label })}
        onClick={() => setFavourite(accountId, roleName, !isFavourite)}
        className={classNames(
          "grid size-8 place-items-center rounded-md transition-colors hover:bg-hover pointer-coarse:size-10",
          isFavourite ? "text-warn" : "text-faint hover:text-ink",
        )}
      >
        <Star aria-hidden className={classNames("size-4", isFavourite && "fill-current")} />
      </button>
      <PreferenceProblem
        about={keyOf({ accountId, roleName })}
        className="absolute top-1/2 left-full z-10 ml-1 w-max max-w-[min(24rem,60vw)] -translate-y-1/2 rounded-md bg-surface px-2 py-1 shadow-float"
      />
    </span>
  );
});
