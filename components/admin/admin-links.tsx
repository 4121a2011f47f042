"use client";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { classNames } from "../ui/class-names";

export type AdminLink = { readonly href: string; readonly label: string };

const isCurrent = (href: string, pathname: string) =>
  href === "/admin" ? pathname === href : pathname === href || pathname.startsWith(`${href}/`);

/** The way between the pages for administrators. Its words come with it: no other page needs them in the browser. */
export function AdminLinks({ label, pages }: { label: string; pages: readonly AdminLink[] }) {
  const pathname = usePathname();
  return (
    <nav aria-label={label} className="-mx-1 mb-4 flex flex-wrap gap-1">
      {pages.map(({ href, label }) => (
        <Link
          key={href}
          href={href}
          aria-current={isCurrent(href, pathname) ? "page" : undefined}
          className={classNames(
            "rounded-md px-2.5 py-1 font-medium text-sm",
            isCurrent(href, pathname) ? "bg-sunken text-ink" : "text-soft hover:text-ink",
          )}
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}
