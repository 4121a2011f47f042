import { list, note, section, steps, table, text, topics } from "../blocks";
import type { HelpSource } from "../say";

export function firstSteps({ facts, say }: HelpSource) {
  const head = [say("first-steps.yours.account"), say("first-steps.yours.role"), say("first-steps.yours.via")];
  const rows = facts.roles.map(({ accountName, roleName, via }) => [accountName, roleName, `\`${via}\``]);
  const yours =
    rows.length === 0
      ? [text(say("first-steps.yours.none"))]
      : [text(say("first-steps.yours.text")), table(head, rows)];
  return [
    section("idea", say("first-steps.idea.title"), text(say("first-steps.idea.text"))),
    section("steps", say("first-steps.steps.title"), steps(say("first-steps.steps.list"))),
    section("yours", say("first-steps.yours.title"), ...yours),
    section(
      "time",
      say("first-steps.time.title"),
      text(say("first-steps.time.text")),
      note(say("first-steps.time.groups")),
    ),
    section("next", say("ui.seeAlso"), topics("aws-cli", "console", "sharing", "troubleshooting")),
  ];
}

const roleKeys = (say: HelpSource["say"]) => [
  ["`/`", say("keyboard.roles.slash")],
  ["`↓` `↑`", say("keyboard.roles.rows")],
  ["`PageDown` `PageUp` `Home` `End`", say("keyboard.roles.pages")],
  ["`Enter`", say("keyboard.roles.enter")],
  ["`Ctrl` `Enter`, `⌘` `Enter`", say("keyboard.roles.credentials")],
  ["`Esc`", say("keyboard.roles.escape")],
  ["`Space` `↑` `↓` `Space`", say("keyboard.roles.drag")],
];

export function keyboard({ say }: HelpSource) {
  const rows = [
    ["`Ctrl` `K`, `⌘` `K`", say("keyboard.keys.palette")],
    ["`Tab`", say("keyboard.keys.tab")],
    ["`Enter`", say("keyboard.keys.enter")],
    ["`Space`", say("keyboard.keys.space")],
    ["`↑` `↓` `←` `→`", say("keyboard.keys.arrows")],
    ["`Esc`", say("keyboard.keys.escape")],
  ];
  const head = [say("keyboard.keys.key"), say("keyboard.keys.does")];
  return [
    section("keys", say("keyboard.keys.title"), table(head, rows)),
    section("roles", say("keyboard.roles.title"), text(say("keyboard.roles.type")), table(head, roleKeys(say))),
    section("skip", say("keyboard.skip.title"), text(say("keyboard.skip.text"))),
    section("reader", say("keyboard.reader.title"), text(say("keyboard.reader.text"))),
  ];
}

export function narrowing({ say }: HelpSource) {
  return [
    section("why", say("narrowing.why.title"), text(say("narrowing.why.text"))),
    section("how", say("narrowing.how.title"), steps(say("narrowing.how.steps"))),
    section("limits", say("narrowing.limits.title"), list(say("narrowing.limits.list"))),
  ];
}
