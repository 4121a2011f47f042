import { ButtonLink } from "../ui/button";
import { ErrorPanel } from "./error-panel";
import { listProblemDetails, type Problem } from "./problem";

/** AWS throttles or does not answer, after the retries that its SDK makes. */
export function StsUnavailable({ problem }: { problem: Problem }) {
  return (
    <ErrorPanel
      kind="unavailable"
      title={problem.title}
      steps={["Try again in a minute.", "Credentials that you already have keep working until they expire."]}
      details={listProblemDetails(problem)}
      actions={<ButtonLink href="/">Back to your roles</ButtonLink>}
    >
      {problem.message}
    </ErrorPanel>
  );
}
