import { ArrowUpRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { EnvironmentBadge, environmentEdge } from "../roles/environment-badge";
import { RoleName } from "../roles/role-name";
import type { Environment, RoleItem } from "../roles/role-view";
import { HiddenSessionFields } from "../session-options/hidden-session-fields";
import { firstChoice, lacksAnswers } from "../session-options/session-choice";
import { BareShell } from "../shell/bare-shell";
import { ButtonLink, buttonClass } from "../ui/button";
import { classNames } from "../ui/class-names";
import { Panel } from "../ui/panel";
import { ConsoleFields } from "./console-fields";
import { buildGoPath } from "./go-address";

type RoleChoiceProps = {
  readonly portalName: string;
  readonly account: {
    readonly accountId: string;
    readonly accountName: string;
    readonly environment: Environment | null;
  };
  /** The likeliest first. */
  readonly roles: readonly RoleItem[];
  readonly region: string;
  readonly askedRegion: string | null;
  readonly destination: string | null;
};

/** A link that fits several roles: the person picks one, and that is the yes. */
export function RoleChoice({ portalName, ...props }: RoleChoiceProps) {
  const { account, roles, region, destination } = props;
  const t = useTranslations("go");
  return (
    <BareShell portalName={portalName}>
      <Panel
        className={classNames(
          "w-full max-w-xl overflow-hidden rounded-xl",
          environmentEdge(account.environment, "top"),
        )}
      >
        <div className="border-line border-b px-5 py-4">
          <h1 className="text-lg">{t("which")}</h1>
          <p className="mt-0.5 flex flex-wrap items-center gap-x-2 text-sm text-soft">
            {account.accountName}
            <span className="font-mono text-xs tabular-nums">{account.accountId}</span>
            <EnvironmentBadge environment={account.environment} />
          </p>
          <p className="mt-1 text-sm text-soft [overflow-wrap:anywhere]">
            {destination === null ? t("homeIn", { region }) : <bdi>{destination}</bdi>}
          </p>
        </div>
        <ul className="divide-y divide-line">
          {roles.map((role) => (
            <Choice key={role.roleName} role={role} {...props} />
          ))}
        </ul>
        <div className="flex flex-wrap items-center justify-between gap-2 bg-sunken px-5 py-3.5">
          <p className="text-faint text-xs">{t("order")}</p>
          <ButtonLink href="/">{t("cancel")}</ButtonLink>
        </div>
      </Panel>
    </BareShell>
  );
}

function Choice({ role, account, ...props }: Omit<RoleChoiceProps, "portalName" | "roles"> & { role: RoleItem }) {
  const t = useTranslations("go");
  const { roleName } = role;
  const choice = firstChoice(role);
  const isAsked = lacksAnswers(role, choice);
  const formId = `open-${roleName}`;
  const href = buildGoPath({ account: account.accountId, role: roleName, ...props, region: props.askedRegion });
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-5 py-3">
      <div className="min-w-0 flex-1 basis-56">
        <h2 className="break-words text-base">
          <RoleName roleName={roleName} />
        </h2>
        {role.description === null ? null : <p className="text-sm text-soft">{role.description}</p>}
      </div>
      <div className="flex gap-2">
        <ButtonLink href={href} variant={isAsked ? "outline" : "quiet"}>
          {t("options")}
          <span className="sr-only"> {t("forRole", { role: roleName })}</span>
        </ButtonLink>
        {isAsked ? null : (
          <form id={formId} method="post" action="/api/console">
            <ConsoleFields account={account} role={role} region={props.region} destination={props.destination} />
            <HiddenSessionFields formId={formId} role={role} choice={choice} />
            <button type="submit" className={buttonClass()}>
              {t("openShort")}
              <span className="sr-only"> {t("asRole", { role: roleName })}</span>
              <ArrowUpRight aria-hidden className="size-3.5 text-faint" />
            </button>
          </form>
        )}
      </div>
    </li>
  );
}
