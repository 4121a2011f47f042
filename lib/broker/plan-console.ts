import "server-only";
import { z } from "zod";
import { createEnvironments, type Environment } from "#lib/config/environments";
import { parseDestination } from "#lib/console/destination";
import type { Caller } from "#lib/identity";
import { err, ok, type Result } from "#lib/result";
import { findWaiting } from "./continuation";
import { findGrant } from "./find-grant";
import { describeRole, type ListedRole } from "./list-roles";
import { currentPortal } from "./portal";
import type { Refusal } from "./refusal";
import { regionOf } from "./region-of";

const link = z.object({
  account: z.string().max(100).default(""),
  role: z.string().max(600).default(""),
  region: z.string().max(40).optional(),
  destination: z.string().max(4000).optional(),
  resume: z.string().max(100).optional(),
});

export type ConsolePlan = {
  readonly account: {
    readonly accountId: string;
    readonly accountName: string;
    readonly labels: Readonly<Record<string, string>>;
    readonly environment: Environment | null;
  };
  readonly role: ListedRole;
  readonly region: string;
  readonly destination: string | null;
  readonly signOutFirst: boolean;
  readonly resume: string | null;
};

type Asked = { accountId: string; roleName: string; region?: string | undefined; destination?: string | undefined };

/**
 * What a link to the console, or a request that comes back from the identity provider, would open. Nothing is minted:
 * the person sees it and says yes, or said yes before they left.
 */
export async function planConsole(
  caller: Caller,
  query: Readonly<Record<string, string | readonly string[] | undefined>>,
): Promise<Result<ConsolePlan, Refusal>> {
  const portal = await currentPortal();
  const given = link.safeParse(query);
  if (!given.success) return err({ code: "role_not_granted" });
  const { resume, account, role, region, destination } = given.data;
  if (resume !== undefined) {
    const waiting = await findWaiting(portal, caller, resume);
    if (waiting?.kind !== "console") return err({ code: "continuation_unknown" });
    return plan(portal, caller, waiting, { resume, signOutFirst: waiting.signOutFirst });
  }
  const named = portal.config.access.accounts.find((one) => one.id === account || one.name === account);
  const asked = { accountId: named?.id ?? account, roleName: role, region, destination };
  return plan(portal, caller, asked, { resume: null, signOutFirst: false });
}

async function plan(
  portal: Awaited<ReturnType<typeof currentPortal>>,
  caller: Caller,
  asked: Asked,
  rest: Pick<ConsolePlan, "resume" | "signOutFirst">,
): Promise<Result<ConsolePlan, Refusal>> {
  const grant = findGrant(portal, caller, asked);
  if (grant === null) return err({ code: "role_not_granted" });
  if (grant.via === "session-token") return err({ code: "iam_user_needed" });
  const { accountId, accountName, labels, partition } = grant;
  const destination = asked.destination === undefined || asked.destination === "" ? null : asked.destination;
  const override = portal.config.aws.endpoints.console;
  if (destination !== null && !parseDestination(destination, { partition, override }).ok) {
    return err({ code: "destination_not_allowed" });
  }
  const region = asked.region ?? regionOf(portal.config, grant);
  const role = await describeRole(portal, caller, grant);
  const environment = createEnvironments(portal.config.portal.environments)(labels);
  return ok({ account: { accountId, accountName, labels, environment }, role, region, destination, ...rest });
}
