import { useTranslations } from "next-intl";
import type { ConfigPlan } from "#lib/aws-config/plan-config";

/** What to know of the plan beside its file. */
export function PlanNotes({ plan, browserOnly }: { plan: ConfigPlan; browserOnly: number }) {
  const t = useTranslations("cliConfig");
  const notes = [
    plan.toldApart === 0 ? null : t("toldApart", { count: plan.toldApart }),
    browserOnly === 0 ? null : t("browserOnly", { count: browserOnly }),
    plan.unwritable === 0 ? null : t("unwritable", { count: plan.unwritable }),
  ].filter((note) => note !== null);
  if (notes.length === 0) return null;
  return (
    <ul className="flex flex-col gap-1.5 text-soft text-xs">
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}
