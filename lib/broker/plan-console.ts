import "server-only";
import type { Grant } from "#lib/access/resolve-grants";
import { withoutSessionHost } from "#lib/aws/console-address";
import { partitionOfRegion } from "#lib/aws/partition";
import { isRegion } from "#lib/aws/region";
import type { Environment } from "#lib/config/environments";
import { parseDestination } from "#lib/console/destination";
import { type DestinationProblem, explainDestination } from "#lib/console/refused-destination";
import type { Caller } from "#lib/identity";
import { err, ok, type Result } from "#lib/result";
import { findWaiting } from "./continuation";
import { findAccountGrants, orderCandidates, selectLinkedRoles } from "./find-linked-roles";
import { type GoLink, type GoQuery, readGoLink, sayName, sayPlace } from "./go-link";
import { describeRoles, type ListedRole } from "./list-roles";
import { currentPortal, type Portal } from "./portal";
import type { Refusal } from "./refusal";
import { regionOf } from "./region-of";

export type LinkedAccount = {
  readonly accountId: string;
  readonly accountName: string;
  readonly environment: Environment | null;
};

export type ConsolePlan = {
  readonly account: LinkedAccount;
  /** One: it is opened after a yes. Several: the person picks, the likeliest first. */
  readonly roles: readonly [ListedRole, ...ListedRole[]];
  /** The link named no role, and this is the only one there is. */
  readonly isOnlyRole: boolean;
  readonly region: string;
  /** The Region that the link itself names. */
  readonly askedRegion: string | null;
  readonly destination: string | null;
  readonly signOutFirst: boolean;
  readonly resume: string | null;
};

/** Why a link leads nowhere, and what the person can do instead. Names are what they sent, to be said as text only. */
export type LinkRefusal = Refusal & {
  readonly asked: { readonly account: string; readonly role: string };
  /** The Region or the page that it is about; else the page that the link wants. */
  readonly place: string;
  /** Where the person holds roles in that account: these, the likeliest first. */
  readonly own: { readonly account: LinkedAccount; readonly roleNames: readonly string[] } | null;
  readonly destinationProblem?: DestinationProblem;
};

type OwnRefusal = Omit<LinkRefusal, "asked" | "own" | "place">;

const MAX_OFFERED = 12;

const accountOf = (portal: Portal, { accountId, accountName, labels }: Grant): LinkedAccount => ({
  accountId,
  accountName,
  environment: portal.environmentOf(labels),
});

const nameOf = ({ roleName }: { readonly roleName: string }) => roleName;

/**
 * What a link to the console, or a request that comes back from the identity provider, would open. Nothing is minted:
 * the person sees it and says yes, or said yes before they left. An account or role that there is not is answered as one
 * that the person does not hold.
 */
export async function planConsole(caller: Caller, query: GoQuery): Promise<Result<ConsolePlan, LinkRefusal>> {
  const portal = await currentPortal();
  const link = readGoLink(query);
  if (link.resume !== null) return planResumed(portal, caller, link, link.resume);
  const held = findAccountGrants(portal, caller, link.account);
  const meant = link.role === "" ? held : selectLinkedRoles(held, link.role);
  const usable = await orderCandidates(portal, caller, meant);
  // A role that was named is planned even where this sign-in does not reach it: asking for it says why.
  const roles = usable.length === 0 && link.role !== "" ? meant : usable;
  return plan(portal, caller, { link, held, roles, isNamed: link.role !== "" });
}

async function planResumed(portal: Portal, caller: Caller, link: GoLink, resume: string) {
  const waiting = await findWaiting(portal, caller, resume);
  if (waiting?.kind !== "console") return refuse(portal, caller, link, [], { code: "continuation_unknown" });
  const { accountId, roleName, region = "", destination = "", signOutFirst } = waiting;
  const asked = { ...link, account: accountId, role: roleName, region, destination };
  const held = findAccountGrants(portal, caller, accountId);
  const roles = held.filter((grant) => grant.roleName === roleName);
  return plan(portal, caller, { link: asked, held, roles, isNamed: true, signOutFirst });
}

type Asked = {
  readonly link: GoLink;
  readonly held: readonly Grant[];
  readonly roles: readonly Grant[];
  readonly isNamed: boolean;
  readonly signOutFirst?: boolean;
};

async function plan(portal: Portal, caller: Caller, asked: Asked): Promise<Result<ConsolePlan, LinkRefusal>> {
  const { link, held, roles, isNamed, signOutFirst = false } = asked;
  const [grant] = roles;
  if (grant === undefined) {
    const code = !isNamed && held.some(({ via }) => via === "session-token") ? "iam_user_needed" : "role_not_granted";
    return refuse(portal, caller, link, held, { code });
  }
  if (grant.via === "session-token") return refuse(portal, caller, link, held, { code: "iam_user_needed" });
  const place = findPlace(portal, grant, link);
  if (!place.ok) return refuse(portal, caller, link, [grant], place.error);
  const [role, ...others] = await describeRoles(portal, caller, roles.slice(0, MAX_OFFERED));
  if (role === undefined) return refuse(portal, caller, link, held, { code: "role_not_granted" });
  const isOnlyRole = !isNamed && others.length === 0;
  const { resume } = link;
  return ok({
    account: accountOf(portal, grant),
    roles: [role, ...others],
    isOnlyRole,
    ...place.value,
    signOutFirst,
    resume,
  });
}

type Place = Pick<ConsolePlan, "region" | "askedRegion" | "destination">;

/** Where in the console: looked at only when there is a role to go there with. */
function findPlace(portal: Portal, grant: Grant, link: GoLink): Result<Place, OwnRefusal> {
  const { partition } = grant;
  const { region: askedRegion } = link;
  if (askedRegion !== "" && !(isRegion(askedRegion) && partitionOfRegion(askedRegion) === partition)) {
    return err({ code: "region_not_in_partition" });
  }
  const destination = withoutSessionHost(link.destination);
  const console = { partition, override: portal.config.aws.endpoints.console };
  if (destination !== "" && !parseDestination(destination, console).ok) {
    return err({ code: "destination_not_allowed", destinationProblem: explainDestination(destination, console) });
  }
  return ok({
    region: askedRegion === "" ? regionOf(portal.config, grant) : askedRegion,
    askedRegion: askedRegion === "" ? null : askedRegion,
    destination: destination === "" ? null : destination,
  });
}

async function refuse(
  portal: Portal,
  caller: Caller,
  link: GoLink,
  held: readonly Grant[],
  refusal: OwnRefusal,
): Promise<Result<never, LinkRefusal>> {
  const [grant] = held;
  const usable = await orderCandidates(portal, caller, held);
  const roleNames = usable.slice(0, MAX_OFFERED).map(nameOf);
  const own = grant === undefined ? null : { account: accountOf(portal, grant), roleNames };
  const place = refusal.code === "region_not_in_partition" ? sayName(link.region) : sayPlace(link.destination);
  return err({ ...refusal, asked: { account: sayName(link.account), role: sayName(link.role) }, place, own });
}
