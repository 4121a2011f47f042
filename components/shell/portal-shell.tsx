import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PaletteLauncher } from "../palette/palette-launcher";
import { ExpiryWatchLoader } from "../sessions/expiry-watch-loader";
import { Link } from "../ui/link";
import { AccountMenu, type Person, type Support } from "./account-menu";
import { Logo } from "./logo";
import { type NavItem, NavLinks } from "./nav-links";

/** Pages that not everybody has. */
type Pages = { readonly iamUser: boolean; readonly admin: boolean };

function useNav(pages: Pages): readonly NavItem[] {
  const t = useTranslations("shell");
  const ofSessions = useTranslations("sessions");
  return [
    { href: "/", label: t("roles") },
    ...(pages.iamUser ? [{ href: "/iam-user", label: t("iamUser") }] : []),
    { href: "/terminal", label: t("terminal") },
    { href: "/sessions", label: ofSessions("title") },
    { href: "/activity", label: t("activity") },
    ...(pages.admin ? [{ href: "/admin", label: t("admin") }] : []),
  ];
}

type PortalShellProps = {
  readonly portalName: string;
  readonly person: Person;
  readonly pages: Pages;
  readonly support: Support;
  readonly children: ReactNode;
};

/** Header and main of every page behind sign-in. */
export function PortalShell({ portalName, person, pages, support, children }: PortalShellProps) {
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="sticky top-0 z-20 border-line border-b bg-surface">
        <div className="mx-auto flex h-14 max-w-[76rem] items-center gap-2 px-4 sm:gap-5 sm:px-6">
          <Link href="/" className="flex min-w-7 items-center gap-2.5 rounded-sm font-semibold">
            <Logo className="size-7 shrink-0" />
            <span className="truncate tracking-tight max-sm:sr-only">{portalName}</span>
          </Link>
          <NavLinks items={useNav(pages)} />
          <div className="ml-auto flex">
            <PaletteLauncher pages={pages} />
            <AccountMenu person={person} support={support} />
          </div>
        </div>
      </header>
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto w-full max-w-[76rem] flex-1 px-4 py-6 outline-none sm:px-6 sm:py-8"
      >
        {children}
      </main>
      <ExpiryWatchLoader />
    </div>
  );
}
