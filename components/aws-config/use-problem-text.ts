import { useTranslations } from "next-intl";
import type { MergeProblem } from "#lib/aws-config/merge-config";
import type { PlanProblem } from "#lib/aws-config/plan-config";

/** What is wrong with what was chosen or pasted, in words. */
export function useProblemText() {
  const t = useTranslations("cliConfig.problems");
  return (problem: PlanProblem | MergeProblem): string =>
    t(problem.code, {
      subject: "subject" in problem ? problem.subject : "",
      known: "known" in problem ? problem.known : "",
    });
}
