import type { Scope } from "#lib/session-policy/scope";
import type { RoleItem } from "../roles/role-view";

/** How somebody wants the session that they are about to ask for. */
export type SessionChoice = {
  /** Null: the role's default. */
  readonly durationSeconds: number | null;
  readonly scope: Scope;
  /** Keep the scope for this role. */
  readonly remember: boolean;
  readonly reason: string;
  readonly mfaCode: string;
};

/** What a role begins with: the scope that was kept for it. */
export function firstChoice(role: RoleItem | null): SessionChoice {
  const remembered = role?.asks?.remembered ?? null;
  return { durationSeconds: null, scope: remembered ?? {}, remember: remembered !== null, reason: "", mfaCode: "" };
}

export type SessionFields = {
  readonly durationSeconds?: number;
  readonly scope?: Scope;
  readonly rememberScope?: boolean;
  readonly reason?: string;
  readonly mfaCode?: string;
};

const isEmpty = (scope: Scope) => Object.keys(scope).length === 0;

/** The choice as the portal's API takes it; what was left alone is left out. */
export function toSessionFields(role: RoleItem | null, choice: SessionChoice): SessionFields {
  const { durationSeconds, scope, remember, reason, mfaCode } = choice;
  const wasRemembered = (role?.asks?.remembered ?? null) !== null;
  return {
    ...(durationSeconds === null ? {} : { durationSeconds }),
    ...(isEmpty(scope) ? {} : { scope }),
    ...(remember || wasRemembered ? { rememberScope: remember } : {}),
    ...(reason === "" ? {} : { reason }),
    ...(mfaCode === "" ? {} : { mfaCode }),
  };
}

/** Whether the role cannot be asked for yet: it wants a reason or a code first. */
export function lacksAnswers(role: RoleItem | null, choice: SessionChoice): boolean {
  const asks = role?.asks ?? null;
  if (asks === null) return false;
  return (asks.mfa && choice.mfaCode === "") || (asks.reason?.required === true && choice.reason === "");
}
