import { ButtonLink } from "../ui/button";
import { ErrorPanel } from "./error-panel";
import { listProblemDetails, type Problem } from "./problem";

type StsRefusedProps = {
  readonly problem: Problem;
  /** "Developer in payments-prod". */
  readonly subject: string;
  readonly likelyCause: string;
  readonly administratorChecks: readonly string[];
};

/** AWS said no to a role that the portal grants: mostly a trust policy, so an administrator has to look. */
export function StsRefused({ problem, subject, likelyCause, administratorChecks }: StsRefusedProps) {
  return (
    <ErrorPanel
      kind="refused"
      title={problem.title}
      details={[{ label: "Role", value: subject }, ...listProblemDetails(problem)]}
      actions={<ButtonLink href="/">Back to your roles</ButtonLink>}
    >
      <p>{problem.message}</p>
      <p className="mt-2 text-ink text-sm">Likely cause: {likelyCause}</p>
      {administratorChecks.length === 0 ? null : (
        <>
          <p className="mt-3 font-medium text-ink text-sm">What an administrator should check</p>
          <ul className="mt-1 list-disc space-y-1 pl-4 text-sm marker:text-faint">
            {administratorChecks.map((check) => (
              <li key={check}>{check}</li>
            ))}
          </ul>
        </>
      )}
    </ErrorPanel>
  );
}
