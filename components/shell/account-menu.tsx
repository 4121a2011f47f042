import { ChevronDown, CircleHelp, LifeBuoy, LogOut } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { buttonClass } from "../ui/button";
import { LocalTime } from "../ui/local-time";
import { AccountChoices } from "./account-choices";

/** The person who is signed in, as the header shows them. */
export type Person = {
  readonly name: string | null;
  readonly email: string | null;
  readonly idpName: string;
  /** ISO 8601. When the portal asks to sign in again. */
  readonly sessionEndsAt: string;
};

/** `portal.support` of the configuration. */
export type Support = { readonly text: string; readonly url?: string | undefined } | null;

function initialsOf(name: string): string {
  const words = name.split(/[\s.@_-]+/).filter((word) => word !== "");
  return words
    .slice(0, 2)
    .map((word) => [...word][0] ?? "")
    .join("")
    .toUpperCase();
}

/** A native popover: it opens, closes with Escape and gives the focus back without any script of ours. */
export function AccountMenu({ person, support }: { person: Person; support: Support }) {
  const t = useTranslations("shell");
  const shown = person.name ?? person.email ?? t("signedIn");
  return (
    <>
      <button type="button" popoverTarget="account-menu" className={buttonClass({ variant: "quiet" })}>
        <span
          aria-hidden
          className="grid size-6 place-items-center rounded-full bg-accent-soft font-semibold text-2xs text-accent"
        >
          {initialsOf(shown)}
        </span>
        <span className="max-w-40 truncate max-sm:sr-only">{shown}</span>
        <span className="sr-only">{t("account")}</span>
        <ChevronDown aria-hidden className="size-3.5 text-faint" />
      </button>
      <div
        id="account-menu"
        popover="auto"
        className="menu-popover forced-edge fixed m-0 w-80 max-w-[calc(100vw-2rem)] rounded-lg bg-surface p-0 text-ink shadow-float"
      >
        <div className="px-4 py-3">
          <p className="truncate font-medium">{shown}</p>
          {person.email === null || person.email === shown ? null : (
            <p className="truncate text-sm text-soft">{person.email}</p>
          )}
        </div>
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 border-line border-t px-4 py-3 text-sm">
          <dt className="text-faint">{t("signedInThrough")}</dt>
          <dd className="truncate text-right">{person.idpName}</dd>
          <dt className="text-faint">{t("sessionEnds")}</dt>
          <dd className="truncate text-right">
            <LocalTime at={person.sessionEndsAt} />
          </dd>
        </dl>
        <HelpLinks support={support} />
        <div className="flex flex-col gap-2 border-line border-t p-2">
          <AccountChoices menuId="account-menu" />
          <form method="post" action="/api/sign-out">
            <button type="submit" className={`${buttonClass()} w-full`}>
              <LogOut aria-hidden className="size-3.5" />
              {t("signOut")}
            </button>
          </form>
        </div>
      </div>
    </>
  );
}

const LINK =
  "flex h-8 items-center gap-2 rounded-md px-2 text-sm text-soft hover:bg-hover hover:text-ink pointer-coarse:h-10";

function HelpLinks({ support }: { support: Support }) {
  const t = useTranslations("brand");
  return (
    <div className="border-line border-t p-2">
      <Link href="/help" prefetch={false} className={LINK}>
        <CircleHelp aria-hidden className="size-3.5 text-faint" />
        {t("help")}
      </Link>
      {support?.url === undefined ? null : (
        <a href={support.url} className={LINK} title={support.text}>
          <LifeBuoy aria-hidden className="size-3.5 text-faint" />
          {t("support")}
        </a>
      )}
    </div>
  );
}
