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
  readonly notes: readonly string[];
};

export type AccountChoice = { readonly id: string; readonly name: string };

export const PRINCIPAL_WORDS: Readonly<Record<PrincipalProblem, string>> = {
  not_an_arn: "This is not the ARN of an IAM user or role, such as arn:aws:iam::111122223333:role/Gatehouse.",
  is_a_session: "This is a session's ARN. Give its role's: arn:aws:iam::ACCOUNT:role/NAME, with the role's path.",
  is_an_account: "This is a whole account. Name the portal's user or role in it.",
  another_partition: "This is in another partition. A role trusts nobody there.",
};
