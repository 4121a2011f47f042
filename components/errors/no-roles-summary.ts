import type { useTranslations } from "next-intl";
import type { GroupsProblem } from "#lib/identity";

export type NoRolesFacts = {
  readonly person: { readonly name: string | null; readonly email: string | null; readonly subject: string };
  readonly idpName: string;
  readonly groups: readonly string[];
  readonly groupsProblem: GroupsProblem | null;
  readonly requestId: string | null;
};

type Words = ReturnType<typeof useTranslations<"noRoles">>;

/** What a ticket needs, as plain text. */
export function formatNoRolesSummary(t: Words, facts: NoRolesFacts): string {
  const { person, idpName, groups, groupsProblem, requestId } = facts;
  const who = [person.name, person.email].filter((text) => text !== null).join(", ");
  const lines = [
    t("ticket.opening"),
    t("ticket.person", { person: who === "" ? person.subject : who }),
    t("ticket.idp", { idp: idpName }),
    t("ticket.subject", { subject: person.subject }),
    groupsProblem === null ? null : t("ticket.problem", { problem: t(`problems.${groupsProblem}.what`) }),
    t("groupsReceived", { count: groups.length }),
    ...groups.map((group) => `  ${group}`),
    requestId === null ? null : t("ticket.requestId", { requestId }),
  ];
  return lines.filter((line) => line !== null).join("\n");
}
