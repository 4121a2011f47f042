import { ArrowUpRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { EnvironmentBadge, environmentEdge } from "../roles/environment-badge";
import { RoleName } from "../roles/role-name";
import type { Environment, RoleItem } from "../roles/role-view";
import type { Requester } from "../session-options/requester";
import { BareShell } from "../shell/bare-shell";
import { ButtonLink, buttonClass } from "../ui/button";
import { classNames } from "../ui/class-names";
import { Panel } from "../ui/panel";
import { ConsoleFields } from "./console-fields";
import { ContinueOnce } from "./continue-once";
import { HandoffOptions } from "./handoff-options";
import { ShareLink } from "./share-link";

type HandoffProps = {
  readonly portalName: string;
  readonly account: {
    readonly accountId: string;
    readonly accountName: string;
    readonly environment: Environment | null;
  };
  readonly role: RoleItem;
  /** The link named none, and the person has this one only. */
  readonly isOnlyRole: boolean;
  readonly region: string;
  readonly askedRegion: string | null;
  readonly requester: Requester;
  /** A console URL that has been checked; null for the console's home. */
  readonly destination: string | null;
  readonly signOutFirst?: boolean;
  /** The handle of what the person asked for before they had to sign in again: then nothing is asked a second time. */
  readonly resume?: string | null;
};

const FORM_ID = "open-console";

/** The page `/go`: a link may lead here, so a person says yes before anything is minted. */
export function Handoff(props: HandoffProps) {
  const { portalName, account, role, askedRegion, destination, resume = null } = props;
  const t = useTranslations("go");
  const target = { account: account.accountId, role: role.roleName, region: askedRegion, destination };
  return (
    <BareShell portalName={portalName}>
      <Panel
        className={classNames(
          "w-full max-w-xl overflow-hidden rounded-xl",
          environmentEdge(account.environment, "top"),
        )}
      >
        <div className="border-line border-b px-5 py-4">
          <h1 className="text-lg">{resume === null ? t("question") : t("opening")}</h1>
        </div>
        <Facts {...props} />
        {resume === null ? (
          <HandoffOptions formId={FORM_ID} region={props.region} role={role} requester={props.requester} />
        ) : null}
        <form id={FORM_ID} method="post" action="/api/console" className="flex flex-wrap gap-2 bg-sunken px-5 py-3.5">
          <ConsoleFields {...props} />
          <button type="submit" className={buttonClass({ variant: "solid" })}>
            {resume === null ? t("open") : t("goOn")}
            <ArrowUpRight aria-hidden className="size-3.5 opacity-70" />
          </button>
          <ButtonLink href="/">{t("cancel")}</ButtonLink>
          {resume === null ? (
            <span className="ml-auto flex items-center">
              <ShareLink {...target} look="quiet" />
            </span>
          ) : null}
        </form>
        {resume === null ? null : <ContinueOnce formId={FORM_ID} />}
      </Panel>
    </BareShell>
  );
}

function Facts({ account, role, isOnlyRole, region, destination }: HandoffProps) {
  const t = useTranslations("go");
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-5 gap-y-2.5 px-5 py-4">
      <dt className="text-faint text-sm">{t("account")}</dt>
      <dd className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
        <span className="font-medium">{account.accountName}</span>
        <EnvironmentBadge environment={account.environment} />
        <span className="w-full font-mono text-soft text-xs tabular-nums">{account.accountId}</span>
      </dd>
      <dt className="text-faint text-sm">{t("role")}</dt>
      <dd className="font-medium">
        <RoleName roleName={role.roleName} />
        {isOnlyRole ? <span className="block font-normal text-faint text-xs">{t("onlyRole")}</span> : null}
      </dd>
      <dt className="text-faint text-sm">{t("page")}</dt>
      <dd className="text-sm [overflow-wrap:anywhere]">
        {destination === null ? t("homeIn", { region }) : <bdi>{destination}</bdi>}
      </dd>
    </dl>
  );
}
