import { code, list, note, section, table, text, warning } from "../blocks";
import { bareRoleName, exampleRole } from "../help-facts";
import type { HelpSource } from "../say";

/** IAM User Guide, id_roles_use_revoke-sessions: the policy that the console attaches, under the same name. */
const denyBefore = (more: Readonly<Record<string, unknown>>) => ({
  Version: "2012-10-17",
  Statement: [
    {
      Effect: "Deny",
      Action: ["*"],
      Resource: ["*"],
      Condition: { DateLessThan: { "aws:TokenIssueTime": "2026-01-31T12:00:00Z" }, ...more },
    },
  ],
});

const toJson = (value: unknown) => JSON.stringify(value, null, 2);

/** The moment is the one of pasting. `printf` takes the document as its argument, so nothing in it is expanded. */
function revokeCommand(roleName: string): string {
  const document = JSON.stringify(denyBefore({})).replace("2026-01-31T12:00:00Z", "%s");
  return [
    `aws iam put-role-policy --role-name '${roleName}' --policy-name AWSRevokeOlderSessions \\`,
    `  --policy-document "$(printf '${document}' "$(date -u +%Y-%m-%dT%H:%M:%SZ)")"`,
  ].join("\n");
}

export function revoke({ facts, say }: HelpSource) {
  const rows = [
    [say("revoke.table.signIn"), say("revoke.table.signInHow")],
    [say("revoke.table.console"), say("revoke.table.consoleHow")],
    [say("revoke.table.credentials"), say("revoke.table.credentialsHow")],
  ];
  const one = denyBefore({ StringLike: { "aws:userid": "*:SESSION-NAME" } });
  return [
    section("what", say("revoke.table.title"), table([say("revoke.table.what"), say("revoke.table.how")], rows)),
    section("leak", say("revoke.leak.title"), list(say("revoke.leak.list"))),
    section(
      "role",
      say("revoke.role.title"),
      text(say("revoke.role.text")),
      code("AWSRevokeOlderSessions", toJson(denyBefore({}))),
      text(say("revoke.role.cli")),
      code("aws iam put-role-policy", revokeCommand(bareRoleName(exampleRole(facts)))),
      note(say("revoke.role.applies")),
    ),
    section(
      "person",
      say("revoke.person.title"),
      text(say("revoke.person.text")),
      code("aws:userid", toJson(one)),
      warning(say("revoke.person.first")),
    ),
    section("other", say("revoke.other.title"), list(say("revoke.other.list"))),
  ];
}
