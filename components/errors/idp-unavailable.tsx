import { ButtonLink } from "../ui/button";
import { ErrorPanel } from "./error-panel";

export function IdpUnavailable({ idpName, requestId }: { idpName: string; requestId: string }) {
  return (
    <ErrorPanel
      kind="unavailable"
      title={`${idpName} does not answer`}
      steps={["Try again in a minute.", "If other applications fail too, the outage is not the portal's."]}
      details={[{ label: "Request id", value: requestId }]}
      actions={
        <ButtonLink href="/sign-in" variant="solid">
          Back to sign-in
        </ButtonLink>
      }
    >
      The portal could not reach your company's identity provider. You are not signed in.
    </ErrorPanel>
  );
}
