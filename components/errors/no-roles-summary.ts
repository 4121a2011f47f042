import type { GroupsProblem } from "#lib/identity";
import { GROUPS_PROBLEM_TEXTS } from "./groups-problem-text";

export type NoRolesFacts = {
  readonly person: { readonly name: string | null; readonly email: string | null; readonly subject: string };
  readonly idpName: string;
  readonly groups: readonly string[];
  readonly groupsProblem: GroupsProblem | null;
  readonly requestId: string | null;
};

/** What a ticket needs, as plain text. */
export function formatNoRolesSummary({ person, idpName, groups, groupsProblem, requestId }: NoRolesFacts): string {
  const who = [person.name, person.email].filter((text) => text !== null).join(", ");
  const lines = [
    "I have no AWS role in the portal.",
    `Person: ${who === "" ? person.subject : who}`,
    `Identity provider: ${idpName}`,
    `Subject: ${person.subject}`,
    groupsProblem === null ? null : `Problem: ${GROUPS_PROBLEM_TEXTS[groupsProblem].what}`,
    `Groups received: ${groups.length === 0 ? "none" : groups.length}`,
    ...groups.map((group) => `  ${group}`),
    requestId === null ? null : `Request id: ${requestId}`,
  ];
  return lines.filter((line) => line !== null).join("\n");
}
