"use client";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { classNames } from "../ui/class-names";
import { Link } from "../ui/link";

export type NavItem = { readonly href: string; readonly label: string };

function isCurrent(href: string, pathname: string): boolean {
  return href === "/" ? pathname === "/" : pathname === href || pathname.startsWith(`${href}/`);
}

/** On a phone the links are pushed sideways: the one for this page stands in sight. */
function reveal(link: HTMLElement | null): void {
  const nav = link?.parentElement;
  if (!nav) return;
  const show = () => {
    nav.scrollLeft = link.offsetLeft - nav.offsetLeft - 16;
  };
  show();
  // The page's own font is wider than the one that stands in for it.
  void document.fonts.ready.then(show);
}

export function NavLinks({ items }: { items: readonly NavItem[] }) {
  const t = useTranslations("shell");
  const pathname = usePathname();
  return (
    <nav
      aria-label={t("nav")}
      className="flex h-full min-w-0 items-stretch gap-0.5 self-stretch overflow-x-auto overflow-y-hidden [scrollbar-width:none] sm:gap-1"
    >
      {items.map(({ href, label }) => {
        const current = isCurrent(href, pathname);
        return (
          <Link
            key={href}
            href={href}
            ref={current ? reveal : null}
            aria-current={current ? "page" : undefined}
            className={classNames(
              "-mb-px inline-flex items-center whitespace-nowrap border-b-2 px-1.5 font-medium text-sm -outline-offset-2 sm:px-2.5",
              current ? "border-ink text-ink" : "border-transparent text-soft hover:text-ink",
            )}
          >
            {label}
          </Link>
        );
      })}
    </nav>
  );
}
