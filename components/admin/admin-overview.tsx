import { KeyRound, ShieldQuestion } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Panel } from "../ui/panel";
import { AdminPage } from "./admin-page";

const TASKS = [
  { href: "/admin/set-up", icon: KeyRound, title: "setUp", text: "setUpText" },
  { href: "/admin/denials", icon: ShieldQuestion, title: "denials", text: "denialsText" },
] as const;

/** The page `/admin`. */
export function AdminOverview() {
  const t = useTranslations("admin");
  return (
    <AdminPage title={t("title")} lead={t("lead")}>
      <ul className="grid gap-4 sm:grid-cols-2">
        {TASKS.map(({ href, icon: Icon, title, text }) => (
          <li key={href}>
            <Panel className="relative h-full p-4 hover:border-line-strong">
              <Icon aria-hidden className="size-5 text-faint" />
              <h2 className="mt-2 text-base">
                <Link href={href} className="after:absolute after:inset-0 after:rounded-lg">
                  {t(title)}
                </Link>
              </h2>
              <p className="mt-1 text-soft text-sm">{t(text)}</p>
            </Panel>
          </li>
        ))}
      </ul>
    </AdminPage>
  );
}
