import "server-only";
import { createHash } from "node:crypto";
import type { GrantableRole } from "#lib/access/grantable-role";
import { listHolderIdps } from "#lib/access/list-holder-idps";
import type { IndexedAccount } from "#lib/access/role-index";
import type { Caller } from "#lib/identity";
import { ok, type Result } from "#lib/result";
import { nameSetUpFile, SET_UP_FORMATS } from "#lib/trust/set-up/formats";
import type { SetUpNote } from "#lib/trust/set-up/note";
import { type PrincipalProblem, parsePrincipalArn } from "#lib/trust/set-up/principal-arn";
import { readSetUpQuery, type SearchParams, type SetUpQuery } from "#lib/trust/set-up/query";
import { describeIssuer } from "./issuer-documents";
import { planSetUp, type SetUpSource } from "./plan-set-up";
import { currentPortal, type Portal } from "./portal";
import type { Refusal } from "./refusal";
import { requireAdmin } from "./require-admin";
import { listSetUpNotes } from "./set-up-notes";

export type SetUpRole = { readonly name: string; readonly via: GrantableRole["via"]; readonly isChosen: boolean };

export type SetUpAnswer = {
  /** What was understood of the address. */
  readonly query: SetUpQuery;
  readonly accounts: readonly { readonly id: string; readonly name: string }[];
  /** Null when no account of the configuration has a role. */
  readonly chosen: {
    readonly accountId: string;
    readonly roles: readonly SetUpRole[];
    readonly principalProblem: PrincipalProblem | null;
    /** Roles that are left out for want of the portal's principal. */
    readonly unplanned: readonly string[];
    readonly fileName: string;
    readonly text: string;
    readonly notes: readonly SetUpNote[];
  } | null;
};

/**
 * The IAM providers, trust policies and roles that let the portal into one account, in one format, as the page's address asks
 * (see lib/trust/set-up/query). For administrators alone. They let in what the portal sends by its configuration as it is now.
 */
export async function setUpTrust(caller: Caller, params: SearchParams): Promise<Result<SetUpAnswer, Refusal>> {
  const portal = await currentPortal();
  const admin = requireAdmin(portal, caller);
  if (!admin.ok) return admin;
  const query = readSetUpQuery(params);
  const { accounts, roles } = portal.access.index;
  const withRoles = accounts.filter((account) => account.roles.length > 0);
  const account = withRoles.find(({ id }) => id === query.accountId) ?? withRoles[0];
  const listed = withRoles.map(({ id, name }) => ({ id, name }));
  const [first, ...others] = account?.roles.flatMap((at) => roles[at] ?? []) ?? [];
  if (account === undefined || first === undefined) return ok({ query, accounts: listed, chosen: null });
  const chosen = await write(portal, query, account, [first, ...others]);
  return ok({ query, accounts: listed, chosen });
}

type Roles = readonly [GrantableRole, ...GrantableRole[]];

async function write(portal: Portal, query: SetUpQuery, account: IndexedAccount, roles: Roles) {
  const chosen = chooseRoles(roles, query.roleNames);
  const source = await findSource(portal, chosen);
  const principal = query.principalArn === "" ? null : parsePrincipalArn(query.principalArn, chosen[0].partition);
  const choice = { ...query, principalArn: principal?.ok ? principal.value : null };
  const { setUp, unplanned } = planSetUp(chosen, source, choice);
  return {
    accountId: account.id,
    roles: roles.map((role) => ({ name: role.roleName, via: role.via, isChosen: chosen.includes(role) })),
    principalProblem: principal === null || principal.ok ? null : principal.error,
    unplanned: unplanned.map(({ roleName }) => roleName),
    fileName: nameSetUpFile(setUp, query.format),
    text: SET_UP_FORMATS[query.format].write(setUp),
    notes: listSetUpNotes(chosen, setUp, source, choice),
  };
}

function chooseRoles(roles: Roles, names: readonly string[]): Roles {
  const [first, ...others] = roles.filter(({ roleName }) => names.includes(roleName));
  return first === undefined ? roles : [first, ...others];
}

async function findSource(portal: Portal, roles: Roles): Promise<SetUpSource> {
  const { config, access } = portal;
  const idps = config.identityProviders.map(({ id }) => id);
  const [{ samlMetadata }, entityIds] = await Promise.all([describeIssuer(), findEntityIds(portal, roles)]);
  return {
    config,
    samlMetadata,
    entityIds,
    holderIdps: ({ roleArn }) => listHolderIdps(access.index, config.access.rules, roleArn, idps),
    suggestExternalId: ({ accountId }) => suggestExternalId(config.portal.url, accountId),
  };
}

/** As the identity providers of these roles call themselves; nothing is asked where no role needs it. */
async function findEntityIds({ samlIdps }: Portal, roles: Roles): Promise<ReadonlyMap<string, string>> {
  const ids = new Set(roles.flatMap(({ via, idp }) => (via === "idp-saml" && idp !== null ? [idp] : [])));
  const found = await Promise.all(
    Array.from(ids, async (id): Promise<[string, string][]> => {
      const idp = await samlIdps.get(id)?.current();
      return idp?.ok ? [[id, idp.value.entityId]] : [];
    }),
  );
  return new Map(found.flat());
}

/**
 * Another for each portal and account, and always the same for one, so that writing a set-up again changes nothing. An external
 * id is no secret (IAM User Guide, id_roles_create_for-user_externalid): the portal sends it only where its configuration says.
 */
function suggestExternalId(portalUrl: string, accountId: string): string {
  const digest = createHash("sha256").update(`${portalUrl}\n${accountId}`).digest("base64url");
  return `gatehouse-${digest.slice(0, 22)}`;
}
