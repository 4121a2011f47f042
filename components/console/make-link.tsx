import { useTranslations } from "next-intl";
import { BareShell } from "../shell/bare-shell";
import { ButtonLink } from "../ui/button";
import { Panel } from "../ui/panel";
import { Bookmarklet } from "./bookmarklet-panel";
import { ConsoleEndpoint } from "./console-endpoint";
import { type LinkableAccount, LinkForm } from "./link-form";

type MakeLinkProps = {
  readonly portalName: string;
  readonly portalUrl: string;
  readonly accounts: readonly LinkableAccount[];
  /** The portal's own: of accounts that its reader does not hold, the page knows no other. */
  readonly region: string;
  readonly consoleEndpoint: string | null;
  /** What the address brought: of the bookmark on a page of the console, mostly. */
  readonly first: {
    readonly account: string;
    readonly role: string;
    readonly region: string;
    readonly destination: string;
  };
};

/** The page `/go` without a target: a link to give to somebody, and the bookmark that makes them. */
export function MakeLink({ portalName, consoleEndpoint, ...form }: MakeLinkProps) {
  const t = useTranslations("go");
  return (
    <BareShell portalName={portalName}>
      <div className="flex w-full max-w-xl flex-col gap-4">
        <Panel className="overflow-hidden rounded-xl">
          <div className="border-line border-b px-5 py-4">
            <h1 className="text-lg">{t("makeTitle")}</h1>
            <p className="text-sm text-soft">{t("makeLead")}</p>
          </div>
          <ConsoleEndpoint url={consoleEndpoint}>
            <LinkForm {...form} />
          </ConsoleEndpoint>
        </Panel>
        <Bookmarklet portalName={portalName} portalUrl={form.portalUrl} />
        <div className="flex justify-center">
          <ButtonLink href="/" variant="quiet">
            {t("back")}
          </ButtonLink>
        </div>
      </div>
    </BareShell>
  );
}
