import { useTranslations } from "next-intl";
import type { ConfigOffer } from "#lib/aws-config/plan-config";
import { TerminalPage } from "../terminal/terminal-page";
import { ConfigForm } from "./config-form";
import { NoRoleForFile } from "./no-role-for-file";

type ConfigPageProps = {
  readonly offer: ConfigOffer;
  /** What the address chooses. */
  readonly query: string;
};

/** The page `/terminal`: a configuration file for every AWS tool. */
export function ConfigPage({ offer, query }: ConfigPageProps) {
  const t = useTranslations("cliConfig");
  return (
    <TerminalPage title={t("title")} lead={t("lead")}>
      {offer.accounts.length === 0 ? <NoRoleForFile kind="all" /> : <ConfigForm offer={offer} query={query} />}
    </TerminalPage>
  );
}
