import type { AccountRole } from "../roles/role-view";
import { type SessionChoice, toSessionFields } from "../session-options/session-choice";
import type { CredentialsRequest } from "./request-credentials";

/** One role, as somebody wants it, for the portal's API. */
export function toRequest({ account, role }: AccountRole, choice: SessionChoice): CredentialsRequest {
  return { accountId: account.accountId, roleName: role.roleName, ...toSessionFields(role, choice) };
}
