import { SquareTerminal, Star } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { Panel } from "../ui/panel";

/** In place of a file that would hold no profile: what to do about it. */
export function NoRoleForFile({ kind }: { kind: "all" | "starred" }) {
  const t = useTranslations("cliConfig.none");
  const isStarred = kind === "starred";
  return (
    <Panel>
      <EmptyState
        icon={isStarred ? Star : SquareTerminal}
        title={t(isStarred ? "starredTitle" : "title")}
        action={<ButtonLink href="/">{t("toRoles")}</ButtonLink>}
      >
        {t(isStarred ? "starredText" : "text")}
      </EmptyState>
    </Panel>
  );
}
