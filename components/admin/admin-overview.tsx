import { KeyRound, ShieldQuestion } from "lucide-react";
import Link from "next/link";
import { Panel } from "../ui/panel";
import { AdminPage } from "./admin-page";

const TASKS = [
  {
    href: "/admin/set-up",
    icon: KeyRound,
    title: "Set up trust",
    text: "CloudFormation, Terraform or AWS CLI for an account and its roles: IAM provider, trust policy, role.",
  },
  {
    href: "/admin/denials",
    icon: ShieldQuestion,
    title: "Denials",
    text: "What AWS refused, which statement of which trust policy said no, and the change that fixes it.",
  },
] as const;

/** The page `/admin`. */
export function AdminOverview() {
  return (
    <AdminPage title="Administration" lead="For the people named in the configuration under portal.admins.">
      <ul className="grid gap-4 sm:grid-cols-2">
        {TASKS.map(({ href, icon: Icon, title, text }) => (
          <li key={href}>
            <Panel className="relative h-full p-4 hover:border-line-strong">
              <Icon aria-hidden className="size-5 text-faint" />
              <h2 className="mt-2 text-base">
                <Link href={href} className="after:absolute after:inset-0 after:rounded-lg">
                  {title}
                </Link>
              </h2>
              <p className="mt-1 text-soft text-sm">{text}</p>
            </Panel>
          </li>
        ))}
      </ul>
    </AdminPage>
  );
}
