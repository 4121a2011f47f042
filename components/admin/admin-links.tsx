"use client";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { classNames } from "../ui/class-names";

const PAGES = [
  { href: "/admin", label: "Overview" },
  { href: "/admin/set-up", label: "Set up trust" },
  { href: "/admin/denials", label: "Denials" },
] as const;

const isCurrent = (href: string, pathname: string) =>
  href === "/admin" ? pathname === href : pathname === href || pathname.startsWith(`${href}/`);

export function AdminLinks() {
  const pathname = usePathname();
  return (
    <nav aria-label="Administration" className="-mx-1 mb-4 flex flex-wrap gap-1">
      {PAGES.map(({ href, label }) => (
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
