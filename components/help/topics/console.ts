import { PARTITIONS } from "#lib/aws/partition";
import { REGIONS } from "#lib/aws/region";
import { code, note, section, steps, table, text, topics } from "../blocks";
import { exampleRole } from "../help-facts";
import type { HelpSource } from "../say";

export function awsConsole({ facts, say }: HelpSource) {
  const regions = REGIONS[exampleRole(facts).partition];
  return [
    section("open", say("console.open.title"), text(say("console.open.text"))),
    section(
      "multi-session",
      say("console.multi.title"),
      text(say("console.multi.text")),
      steps(say("console.multi.steps")),
      note(say("console.multi.note")),
    ),
    section("sign-out", say("console.signOut.title"), text(say("console.signOut.text"))),
    section("containers", say("console.containers.title"), text(say("console.containers.text"))),
    section("end", say("console.ends.title"), text(say("console.ends.text")), topics("revoke", "sharing")),
    section(
      "regions",
      say("console.regions.title"),
      text(say("console.regions.text")),
      table(
        [say("console.regions.code"), say("console.regions.name")],
        regions.map((region) => [`\`${region.code}\``, region.name]),
      ),
    ),
  ];
}

export function sharing({ facts, say }: HelpSource) {
  const { accountId, accountName, roleName, region, partition } = exampleRole(facts);
  const page = `https://${region}.${PARTITIONS[partition].consoleDomain}/s3/home?region=${region}`;
  const go = new URLSearchParams({ account: accountName, role: roleName, destination: page });
  const shortcut = new URLSearchParams({ account_id: accountId, role_name: roleName, destination: page });
  const parameters = ["account", "role", "region", "destination"] as const;
  return [
    section(
      "go",
      say("sharing.go.title"),
      text(say("sharing.go.text")),
      code("/go", `${facts.portalUrl}/go?${go}`),
      table(
        [say("sharing.go.parameter"), say("sharing.go.meaning")],
        parameters.map((name) => [`\`${name}\``, say(`sharing.go.${name}`)]),
      ),
    ),
    section(
      "bookmarklet",
      say("sharing.bookmarklet.title"),
      text(say("sharing.bookmarklet.text")),
      steps(say("sharing.bookmarklet.steps")),
    ),
    section(
      "identity-center",
      say("sharing.identityCenter.title"),
      text(say("sharing.identityCenter.text")),
      code("#/console", `${facts.portalUrl}/#/console?${shortcut}`),
    ),
  ];
}
