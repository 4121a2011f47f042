import { useTranslations } from "next-intl";
import { ButtonLink } from "../ui/button";
import { ErrorPanel } from "./error-panel";

export function NotFoundView() {
  const t = useTranslations("ui");
  return (
    <ErrorPanel
      kind="missing"
      title={t("noPage")}
      actions={
        <ButtonLink href="/" variant="solid">
          {t("toRoles")}
        </ButtonLink>
      }
    >
      {t("noPageText")}
    </ErrorPanel>
  );
}
