import type { AccountRole } from "../roles/role-view";
import { firstChoice, lacksAnswers, toSessionFields } from "../session-options/session-choice";
import { postForm } from "./post-form";

export type ConsoleOpening = {
  readonly target: AccountRole;
  readonly region: string | null;
  readonly destination: string | null;
  /** Null: the role's default. */
  readonly durationSeconds: number | null;
  readonly signOutFirst: boolean;
};

const dropEmpty = (fields: Readonly<Record<string, string | null | undefined>>): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).flatMap(([name, value]) => (value ? [[name, value]] : [])));

/** The fields of the portal's console form: what was chosen, and what the person had kept for the role. */
export function consoleFields(opening: ConsoleOpening): Record<string, string> {
  const { target, region, destination, signOutFirst } = opening;
  const choice = { ...firstChoice(target.role), durationSeconds: opening.durationSeconds };
  const { durationSeconds, scope, rememberScope } = toSessionFields(target.role, choice);
  return dropEmpty({
    accountId: target.account.accountId,
    roleName: target.role.roleName,
    region,
    destination,
    signOutFirst: signOutFirst ? "true" : null,
    durationSeconds: durationSeconds?.toString(),
    scope: scope === undefined ? null : JSON.stringify(scope),
    rememberScope: rememberScope?.toString(),
  });
}

/** The portal's page that asks for what a role wants to know first, and then goes on. */
export function askFirstUrl({ target, region, destination }: ConsoleOpening): string {
  const { accountId } = target.account;
  return `/go?${new URLSearchParams(dropEmpty({ account: accountId, role: target.role.roleName, region, destination }))}`;
}

/** Opens a console in a new tab. Only from within the event of a key or a click. */
export function openConsole(opening: ConsoleOpening): void {
  const { role } = opening.target;
  if (lacksAnswers(role, firstChoice(role))) window.open(askFirstUrl(opening), "_blank", "noopener");
  else postForm("/api/console", consoleFields(opening), "_blank");
}
