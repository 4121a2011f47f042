import { err, ok, type Result } from "#lib/result";
import type { Choices } from "./choices";
import { type ConfigAccount, type ConfigRole, isWritable, roleKeyOf } from "./config-role";
import { type NamedProfile, nameProfiles } from "./name-profiles";
import { parseTemplate, type TemplateProblem } from "./name-template";
import { isSessionName } from "./session-name";

/** Where the file leads to. */
export type ConfigPortal = {
  /** Scheme, host and port. */
  readonly url: string;
  readonly region: string;
  /** Where STS is, when that is not AWS's own. */
  readonly stsUrl: string | null;
};

/** All that a person's file can be made of. */
export type ConfigOffer = {
  readonly portal: ConfigPortal;
  readonly defaultSession: string;
  readonly accounts: readonly ConfigAccount[];
  /** Favourites, by `roleKeyOf`. */
  readonly starred: readonly string[];
  /** Roles that ask for something that only a browser can give: no profile works for them. By `roleKeyOf`. */
  readonly browserOnly: readonly string[];
};

/** The file that is wanted. */
export type ConfigPlan = {
  readonly portal: ConfigPortal;
  readonly session: string;
  /** By name. */
  readonly profiles: readonly NamedProfile[];
  /** All roles that the person holds, chosen or not: what is not among them is gone. */
  readonly held: ReadonlySet<string>;
  /** How many profiles have more in their name than the template says. */
  readonly toldApart: number;
  /** How many roles have a name that not every reader of the file would read back. */
  readonly unwritable: number;
};

export type PlanProblem = TemplateProblem | { readonly code: "session_invalid"; readonly subject: string };

const rolesOf = ({ accounts }: ConfigOffer): readonly ConfigRole[] =>
  accounts.flatMap(({ id, name, roleNames, ...account }) =>
    roleNames.map((roleName) => ({ ...account, accountId: id, accountName: name, roleName })),
  );

/** The labels that the accounts have, by name. */
export const listLabelKeys = ({ accounts }: ConfigOffer): readonly string[] =>
  [...new Set(accounts.flatMap(({ labels }) => Object.keys(labels)))].sort();

/** The same offer and the same choices give the same plan, whatever order the offer has. */
export function planConfig(offer: ConfigOffer, choices: Choices): Result<ConfigPlan, PlanProblem> {
  if (!isSessionName(choices.session)) return err({ code: "session_invalid", subject: choices.session });
  const template = parseTemplate(choices.names, offer.accounts.length === 0 ? null : listLabelKeys(offer));
  if (!template.ok) return template;
  const all = rolesOf(offer);
  const starred = new Set(offer.starred);
  const chosen = choices.roles === "all" ? all : all.filter((role) => starred.has(roleKeyOf(role)));
  const writable = chosen.filter(({ roleName }) => isWritable(roleName));
  return ok({
    portal: offer.portal,
    session: choices.session,
    ...nameProfiles(writable, template.value, choices.letters),
    held: new Set([...all.map(roleKeyOf), ...offer.browserOnly]),
    unwritable: chosen.length - writable.length,
  });
}
