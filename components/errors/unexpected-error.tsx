import { Button, ButtonLink } from "../ui/button";
import { ErrorPanel } from "./error-panel";

type UnexpectedErrorProps = {
  /** Next's digest of the error, or the request id: the message itself stays on the server. */
  readonly reference: string | null;
  readonly onRetry?: () => void;
};

export function UnexpectedError({ reference, onRetry }: UnexpectedErrorProps) {
  return (
    <ErrorPanel
      kind="failed"
      title="Something went wrong"
      details={reference === null ? [] : [{ label: "Reference", value: reference }]}
      actions={
        <>
          {onRetry === undefined ? null : (
            <Button variant="solid" onClick={onRetry}>
              Try again
            </Button>
          )}
          <ButtonLink href="/">Go to your roles</ButtonLink>
        </>
      }
    >
      This is the portal's fault, not yours. If it happens again, give the reference to your administrator.
    </ErrorPanel>
  );
}
