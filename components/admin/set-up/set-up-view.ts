import type { SetUpNote } from "#lib/trust/set-up/note";
import type { PrincipalProblem } from "#lib/trust/set-up/principal-arn";
import type { RoleItem } from "../../roles/role-view";

export type SetUpRoleItem = { readonly name: string; readonly via: RoleItem["via"]; readonly isChosen: boolean };

/** One account's set-up, written. */
export type ChosenSetUp = {
  readonly accountId: string;
  readonly roles: readonly SetUpRoleItem[];
  readonly principalProblem: PrincipalProblem | null;
  readonly unplanned: readonly string[];
  readonly fileName: string;
  readonly text: string;
  readonly notes: readonly SetUpNote[];
};

export type AccountChoice = { readonly id: string; readonly name: string };
