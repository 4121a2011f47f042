"use client";
import { useTranslations } from "next-intl";
import type { MergeReport } from "#lib/aws-config/merge-config";
import { Notice } from "../ui/notice";

const NAMED = 8;

const listNames = (names: readonly string[]) =>
  [...names.slice(0, NAMED), ...(names.length > NAMED ? ["…"] : [])].join(", ");

function useChanges({ added, updated, removed, left, renamed }: MergeReport): readonly string[] {
  const t = useTranslations("cliConfig.merge");
  return [
    ...(added.length === 0 ? [] : [t("added", { count: added.length })]),
    ...(updated.length === 0 ? [] : [t("updated", { count: updated.length })]),
    ...(removed.length === 0 ? [] : [t("removed", { count: removed.length, names: listNames(removed) })]),
    ...(left.length === 0 ? [] : [t("left", { count: left.length, names: listNames(left) })]),
    ...renamed.slice(0, NAMED).map(({ wanted, name }) => t("renamed", { wanted, name })),
  ];
}

/** What the merge did to the file. */
export function MergeSummary({ report, isSame }: { report: MergeReport; isSame: boolean }) {
  const t = useTranslations("cliConfig.merge");
  const changes = useChanges(report);
  const shown = changes.length === 0 ? [t("shared")] : changes;
  if (isSame) return <Notice tone="good" role="status" title={t("same")} />;
  return (
    <Notice tone="info" role="status">
      <ul className="flex flex-col gap-0.5">
        {shown.map((change) => (
          <li key={change} className="[overflow-wrap:anywhere]">
            {change}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
