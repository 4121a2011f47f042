import { useTranslations } from "next-intl";
import { Button, ButtonLink } from "../ui/button";
import { ErrorPanel } from "./error-panel";

type UnexpectedErrorProps = {
  /** Next's digest of the error, or the request id: the message itself stays on the server. */
  readonly reference: string | null;
  readonly onRetry?: () => void;
};

export function UnexpectedError({ reference, onRetry }: UnexpectedErrorProps) {
  const t = useTranslations("ui");
  return (
    <ErrorPanel
      kind="failed"
      title={t("wrong")}
      details={reference === null ? [] : [{ label: t("reference"), value: reference }]}
      actions={
        <>
          {onRetry === undefined ? null : (
            <Button variant="solid" onClick={onRetry}>
              {t("tryAgain")}
            </Button>
          )}
          <ButtonLink href="/">{t("toRoles")}</ButtonLink>
        </>
      }
    >
      {t("wrongText")}
    </ErrorPanel>
  );
}
