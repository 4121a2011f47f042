import { KeyRound } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { buttonClass } from "../ui/button";
import { LazyCopyButton } from "../ui/lazy-copy-button";
import { Notice } from "../ui/notice";
import { Panel } from "../ui/panel";
import { GroupList } from "./group-list";
import { formatNoRolesSummary, type NoRolesFacts } from "./no-roles-summary";

/** Why, where the groups themselves arrived whole. */
const wordOf = (reason: string) => (reason === "no_rules" || reason === "groups_empty" ? reason : "other");

type NoRolesProps = NoRolesFacts & {
  readonly reason: string;
  /** `portal.support` of the configuration. */
  readonly support: { readonly text: string; readonly url?: string | undefined } | null;
};

/** The page `/` of somebody who is signed in and holds no role: why, and whom to ask with what. */
export function NoRoles({ support, reason, ...facts }: NoRolesProps) {
  const { groups, groupsProblem, idpName } = facts;
  const t = useTranslations("noRoles");
  return (
    <Panel className="mx-auto mt-4 max-w-2xl overflow-hidden rounded-xl sm:mt-10">
      <div className="flex flex-col gap-3 p-5 sm:flex-row sm:gap-4 sm:p-6">
        <span aria-hidden className="grid size-9 shrink-0 place-items-center rounded-md bg-accent-soft text-accent">
          <KeyRound className="size-5" />
        </span>
        <div className="min-w-0">
          <h1 className="text-lg">{t("title")}</h1>
          <p className="mt-1 text-soft">
            {t("text", { idp: idpName })} {t(wordOf(reason))}
          </p>
        </div>
      </div>
      {groupsProblem === null ? null : (
        <div className="px-5 pb-5 sm:px-6">
          <Notice tone="warn" title={t(`problems.${groupsProblem}.what`)}>
            {t("forAdmin", { check: t(`problems.${groupsProblem}.check`) })}
          </Notice>
        </div>
      )}
      <Section title={t("groupsReceived", { count: groups.length })}>
        {groups.length === 0 ? null : <GroupList groups={groups} />}
      </Section>
      <Section title={t("whomToAsk")}>
        <p className="mt-0.5 text-sm text-soft">{support?.text ?? t("askAdmin")}</p>
        <div className="mt-3 flex flex-wrap items-center gap-2">
          {support?.url === undefined ? null : (
            <a href={support.url} className={buttonClass({ variant: "solid", size: "small" })}>
              {t("askForAccess")}
            </a>
          )}
          <LazyCopyButton text={formatNoRolesSummary(t, facts)} what={t("summary")} />
          <span className="text-faint text-xs">{t("summaryHint")}</span>
        </div>
      </Section>
    </Panel>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="border-line border-t px-5 py-4 sm:px-6">
      <h2 className="text-sm">{title}</h2>
      {children}
    </section>
  );
}
