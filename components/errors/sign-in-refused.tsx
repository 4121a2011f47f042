import { ButtonLink } from "../ui/button";
import { ErrorPanel } from "./error-panel";

type SignInRefusedProps = { readonly idpName?: string; readonly requestId: string };

/** Says what happened and not which check failed: that is for the audit, not for whoever is trying. */
export function SignInRefused({ idpName, requestId }: SignInRefusedProps) {
  return (
    <ErrorPanel
      kind="refused"
      title="You could not be signed in"
      steps={[
        "Sign in once more from the portal's own sign-in page.",
        "If it happens again, give the request id to your administrator. The reason is in the audit log.",
      ]}
      details={[{ label: "Request id", value: requestId }]}
      actions={
        <ButtonLink href="/sign-in" variant="solid">
          Sign in again
        </ButtonLink>
      }
    >
      The portal did not accept the answer of {idpName ?? "the identity provider"}. Nobody is signed in.
    </ErrorPanel>
  );
}
