import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DenialReason } from "./denial-reason";
import { type ErrorKind, ErrorPanel } from "./error-panel";
import { HelpLink } from "./help-link";
import { listProblemDetails, PORTAL_UNREACHABLE, type Problem } from "./problem";

const UNAVAILABLE = /unavailable|unreachable|throttled|timeout|idp_communication/;

function kindOf(code: string): ErrorKind {
  return UNAVAILABLE.test(code) ? "unavailable" : "refused";
}

type ProblemViewProps = {
  readonly problem: Problem;
  readonly heading?: "h1" | "h2" | "h3";
  readonly children?: ReactNode;
};

/** A refusal or an outage: the portal's, AWS's, the identity provider's. Children are what can be done here. */
export function ProblemView({ problem: given, heading = "h3", children }: ProblemViewProps) {
  const t = useTranslations("ui");
  const problem =
    given.code === PORTAL_UNREACHABLE
      ? { ...given, title: t("noAnswer.title"), message: t("noAnswer.message"), hint: t("noAnswer.hint") }
      : given;
  return (
    <ErrorPanel
      kind={kindOf(problem.code)}
      title={problem.title}
      heading={heading}
      details={listProblemDetails(problem).map(({ name, value }) => ({ label: t(name), value }))}
      actions={children}
    >
      <p>{problem.explanation ?? problem.message}</p>
      {problem.adminUrl ? (
        <DenialReason {...problem} adminUrl={problem.adminUrl} />
      ) : problem.hint ? (
        <p className="mt-2 text-ink text-sm">{problem.hint}</p>
      ) : null}
      <HelpLink code={problem.code} opensTab={heading !== "h1"} />
    </ErrorPanel>
  );
}
