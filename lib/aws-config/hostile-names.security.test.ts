import { describe, expect, test } from "vitest";
import { CONFIG_COMMANDS } from "./curl-commands";
import { PAYMENTS, planOf } from "./fixtures/offer";
import { formatConfig } from "./format-config";
import { holdsSecret } from "./holds-secret";
import { mergeConfig } from "./merge-config";
import { planConfig } from "./plan-config";

const HOSTILE = [
  "x]\n[default]\naws_access_key_id = AKIA",
  "x\r\ncredential_process = /bin/sh",
  "a\u2028b\u0085c\u0000d",
  '"; rm -rf ~ #',
  "]] [profile default",
  "$(id)`id`",
  "../../etc/passwd",
  "{account}{role}",
  "\u202edlrow",
  "=".repeat(300),
];

/** What may stand in a file that the portal wrote, line by line. */
const LINE =
  /^(|\[(profile|sso-session|services) [\w][\w.-]*\]|(sso_session|services|region|sso_account_id|sso_role_name|sso_region|sso_registration_scopes|sso_start_url) = \S+|(sso|sso_oidc) =| {2}endpoint_url = https:\/\/aws\.example\.com\/api\/sso(-oidc)?)$/;

const expectWellFormed = (text: string) => {
  for (const line of text.split("\n")) expect(line).toMatch(LINE);
};

describe("a name that would be more than a name", () => {
  test.each(HOSTILE)("of an account: %j", (name) => {
    expectWellFormed(formatConfig(planOf({ accounts: [{ ...PAYMENTS, name }] })));
  });

  test.each(HOSTILE)("of a label: %j", (label) => {
    const plan = planOf({ accounts: [{ ...PAYMENTS, labels: { env: label } }] }, { names: "{label:env}{role}" });
    expectWellFormed(formatConfig(plan));
  });

  test.each(HOSTILE.filter((text) => text.length < 200))("in a template: %j", (names) => {
    const choices = { roles: "all", names, letters: "as-is", session: "portal" } as const;
    const planned = planConfig(
      {
        ...{ portal: { url: "https://aws.example.com", region: "eu-west-1", stsUrl: null } },
        defaultSession: "portal",
        accounts: [PAYMENTS],
        starred: [],
        browserOnly: [],
      },
      choices,
    );
    if (planned.ok) expectWellFormed(formatConfig(planned.value));
  });

  test.each(HOSTILE)("of a session: %j is refused", (session) => {
    const choices = { roles: "all", names: "{role}", letters: "as-is", session } as const;
    const offer = {
      portal: { url: "https://aws.example.com", region: "eu-west-1", stsUrl: null },
      defaultSession: "portal",
    };
    const planned = planConfig({ ...offer, accounts: [PAYMENTS], starred: [], browserOnly: [] }, choices);
    expect(planned).toMatchObject({ ok: false, error: { code: "session_invalid" } });
  });

  test("of a role: one that a reader would cut short or read as more has no profile, and is counted", () => {
    const roleNames = ["#x/Role", ";x/Role", "'x/Role", "a\nb", "a b", "fine/#1/Role"];
    const plan = planOf({ accounts: [{ ...PAYMENTS, roleNames }] });
    expectWellFormed(formatConfig(plan));
    expect(plan.profiles.map(({ role }) => role.roleName)).toEqual(["fine/#1/Role"]);
    expect(plan.unwritable).toBe(5);
  });

  test("of a profile in the person's file: it is left as it is, and nothing of ours takes it", () => {
    const file = "[profile payments-dev-Developer]\nsso_session = portal\nsso_account_id = ]\n[profile x]]\n";
    const merged = mergeConfig(file, planOf({ accounts: [PAYMENTS] }));
    expect(merged.ok && merged.value.text.startsWith(file)).toBe(true);
  });
});

test("a command holds its address and its token as one word each", () => {
  const request = { url: "https://aws.example.com/x'; rm -rf ~ '", token: "t'$(id)\n" };
  for (const commands of Object.values(CONFIG_COMMANDS))
    for (const write of Object.values(commands)) {
      expect(write(request)).toContain("'https://aws.example.com/x; rm -rf ~ '");
      expect(write(request)).toContain("Bearer t$(id)'");
    }
});

test.each([
  ["aws_secret_access_key = x", true],
  ["# AWS_SECRET_ACCESS_KEY=x", true],
  ["aws_session_token=x", true],
  ["aws_security_token = x", true],
  ["aws_access_key_id = AKIA", false],
  ["[profile aws]", false],
])("a secret in a file is seen: %s", (file, isSecret) => {
  expect(holdsSecret(file)).toBe(isSecret);
});
