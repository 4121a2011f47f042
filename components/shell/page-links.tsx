"use client";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { classNames } from "../ui/class-names";

export type PageLink = { readonly href: string; readonly label: string };

/** The first page is the one that the others stand under. */
const isCurrent = (href: string, first: string | undefined, pathname: string) =>
  pathname === href || (href !== first && pathname.startsWith(`${href}/`));

/** The way between pages that belong together. Its words come with it: no other page needs them in the browser. */
export function PageLinks({ label, pages }: { label: string; pages: readonly PageLink[] }) {
  const pathname = usePathname();
  const first = pages[0]?.href;
  return (
    <nav aria-label={label} className="-mx-1 mb-4 flex flex-wrap gap-1">
      {pages.map(({ href, label }) => (
        <Link
          key={href}
          href={href}
          aria-current={isCurrent(href, first, pathname) ? "page" : undefined}
          className={classNames(
            "rounded-md px-2.5 py-1 font-medium text-sm",
            isCurrent(href, first, pathname) ? "bg-sunken text-ink" : "text-soft hover:text-ink",
          )}
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}
