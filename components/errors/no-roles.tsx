import { KeyRound } from "lucide-react";
import type { ReactNode } from "react";
import { buttonClass } from "../ui/button";
import { CopyButton } from "../ui/copy-button";
import { Notice } from "../ui/notice";
import { Panel } from "../ui/panel";
import { GroupList } from "./group-list";
import { GROUPS_PROBLEM_TEXTS } from "./groups-problem-text";
import { formatNoRolesSummary, type NoRolesFacts } from "./no-roles-summary";

/** Why, where the groups themselves arrived whole. */
const REASON_TEXTS: Readonly<Record<string, string>> = {
  no_rules: "Nobody has a role yet: the portal's access rules are still to be written.",
  groups_empty: "It says that you are in no group at all.",
};

type NoRolesProps = NoRolesFacts & {
  readonly reason: string;
  /** `portal.support` of the configuration. */
  readonly support: { readonly text: string; readonly url?: string | undefined } | null;
};

/** The page `/` of somebody who is signed in and holds no role: why, and whom to ask with what. */
export function NoRoles({ support, reason, ...facts }: NoRolesProps) {
  const { groups, groupsProblem, idpName } = facts;
  const problem = groupsProblem === null ? null : GROUPS_PROBLEM_TEXTS[groupsProblem];
  return (
    <Panel className="mx-auto mt-4 max-w-2xl overflow-hidden rounded-xl sm:mt-10">
      <div className="flex flex-col gap-3 p-5 sm:flex-row sm:gap-4 sm:p-6">
        <span aria-hidden className="grid size-9 shrink-0 place-items-center rounded-md bg-accent-soft text-accent">
          <KeyRound className="size-5" />
        </span>
        <div className="min-w-0">
          <h1 className="text-lg">There is no AWS role for you yet</h1>
          <p className="mt-1 text-soft">
            You are signed in. Roles come from the groups that {idpName} sends about you.{" "}
            {REASON_TEXTS[reason] ?? "None of them gives one."}
          </p>
        </div>
      </div>
      {problem === null ? null : (
        <div className="px-5 pb-5 sm:px-6">
          <Notice tone="warn" title={problem.what}>
            For your administrator: {problem.check}
          </Notice>
        </div>
      )}
      <Section title={groups.length === 0 ? "Groups received: none" : `Groups received: ${groups.length}`}>
        {groups.length === 0 ? null : <GroupList groups={groups} />}
      </Section>
      <Section title="Whom to ask">
        <p className="mt-0.5 text-sm text-soft">{support?.text ?? "Ask your AWS administrator for access."}</p>
        <div className="mt-3 flex flex-wrap items-center gap-2">
          {support?.url === undefined ? null : (
            <a href={support.url} className={buttonClass({ variant: "solid", size: "small" })}>
              Ask for access
            </a>
          )}
          <CopyButton text={formatNoRolesSummary(facts)} what="summary for the ticket" />
          <span className="text-faint text-xs">A summary for the ticket, without any secret.</span>
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
