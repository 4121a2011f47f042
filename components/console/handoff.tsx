import { ArrowUpRight } from "lucide-react";
import { EnvironmentBadge, environmentEdge } from "../roles/environment-badge";
import { RoleName } from "../roles/role-name";
import type { Environment, RoleItem } from "../roles/role-view";
import type { Requester } from "../session-options/requester";
import { BareShell } from "../shell/bare-shell";
import { ButtonLink, buttonClass } from "../ui/button";
import { classNames } from "../ui/class-names";
import { Panel } from "../ui/panel";
import { ContinueOnce } from "./continue-once";
import { HandoffOptions } from "./handoff-options";

type HandoffProps = {
  readonly portalName: string;
  readonly account: {
    readonly accountId: string;
    readonly accountName: string;
    readonly environment: Environment | null;
  };
  readonly role: RoleItem;
  readonly region: string;
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
  const { portalName, account, resume = null } = props;
  return (
    <BareShell portalName={portalName}>
      <Panel
        className={classNames(
          "w-full max-w-xl overflow-hidden rounded-xl",
          environmentEdge(account.environment, "top"),
        )}
      >
        <div className="border-line border-b px-5 py-4">
          <h1 className="text-lg">{resume === null ? "Open the AWS console?" : "Opening the AWS console…"}</h1>
        </div>
        <Facts {...props} />
        {resume === null ? (
          <HandoffOptions formId={FORM_ID} region={props.region} role={props.role} requester={props.requester} />
        ) : null}
        <form id={FORM_ID} method="post" action="/api/console" className="flex flex-wrap gap-2 bg-sunken px-5 py-3.5">
          <HiddenFields {...props} />
          <button type="submit" className={buttonClass({ variant: "solid" })}>
            {resume === null ? "Open the console" : "Go on now"}
            <ArrowUpRight aria-hidden className="size-3.5 opacity-70" />
          </button>
          <ButtonLink href="/">Cancel</ButtonLink>
        </form>
        {resume === null ? null : <ContinueOnce formId={FORM_ID} />}
      </Panel>
    </BareShell>
  );
}

function Facts({ account, role, region, destination }: HandoffProps) {
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-5 gap-y-2.5 px-5 py-4">
      <dt className="text-faint text-sm">Account</dt>
      <dd className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
        <span className="font-medium">{account.accountName}</span>
        <EnvironmentBadge environment={account.environment} />
        <span className="w-full font-mono text-soft text-xs tabular-nums">{account.accountId}</span>
      </dd>
      <dt className="text-faint text-sm">Role</dt>
      <dd className="font-medium">
        <RoleName roleName={role.roleName} />
      </dd>
      <dt className="text-faint text-sm">Page</dt>
      <dd className="text-sm [overflow-wrap:anywhere]">
        {destination === null ? `Console home, ${region}` : destination}
      </dd>
    </dl>
  );
}

function HiddenFields({ account, role, region, destination, signOutFirst = false, resume = null }: HandoffProps) {
  const fields = {
    accountId: account.accountId,
    roleName: role.roleName,
    region,
    destination,
    signOutFirst: signOutFirst ? "true" : null,
    resume,
  };
  return Object.entries(fields).map(([name, value]) =>
    value === null ? null : <input key={name} type="hidden" name={name} value={value} />,
  );
}
