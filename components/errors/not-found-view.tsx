import { ButtonLink } from "../ui/button";
import { ErrorPanel } from "./error-panel";

export function NotFoundView() {
  return (
    <ErrorPanel
      kind="missing"
      title="There is no such page"
      actions={
        <ButtonLink href="/" variant="solid">
          Go to your roles
        </ButtonLink>
      }
    >
      The address may be mistyped, or the page has moved.
    </ErrorPanel>
  );
}
