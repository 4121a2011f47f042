import { describe, expect, test } from "vitest";
import { PAYMENTS, planOf } from "./fixtures/offer";
import { formatConfig } from "./format-config";
import { mergeConfig } from "./merge-config";
import { GONE_NOTE } from "./merge-profiles";

const PLAN = planOf({ accounts: [PAYMENTS] });
const FRESH = formatConfig(PLAN);

function merge(file: string, plan = PLAN) {
  const merged = mergeConfig(file, plan);
  if (!merged.ok) throw new Error(JSON.stringify(merged.error));
  return merged.value;
}

const profile = (name: string, roleName: string, more = "") =>
  `[profile ${name}]\nsso_session = portal\nsso_account_id = 111111111111\nsso_role_name = ${roleName}\nservices = portal\nregion = eu-west-1\n${more}`;

describe("what the person added stays", () => {
  const THEIRS = `# my own file
[default]
region=us-east-1   ; where I live

[plugins]
cli_legacy_plugin_path = /x

[profile "old one"]
source_profile = default
s3 =
  max_concurrent_requests = 20
`;

  test("other sections, comments, blank lines and order", () => {
    expect(merge(THEIRS).text).toBe(`${THEIRS}\n${FRESH}`);
  });

  test("further keys and comments in our profiles, and a comment behind a value of ours", () => {
    const own = FRESH.replace("sso_region = eu-west-1", "sso_region = eu-west-1 # near me").replace(
      "[profile payments-dev-Developer]\n",
      "[profile payments-dev-Developer]\n# the one I use\noutput = json\n",
    );
    expect(merge(own)).toMatchObject({ text: own, report: { added: [], updated: [], removed: [] } });
  });

  test("line ends of Windows, and a last line that has none", () => {
    const windows = "[default]\r\nregion = us-east-1";
    expect(merge(windows).text).toBe(`${windows}\r\n\r\n${FRESH.replaceAll("\n", "\r\n")}`);
  });

  test("a byte order mark", () => {
    expect(merge(`\uFEFF${FRESH}`).text).toBe(`\uFEFF${FRESH}`);
  });

  test("the name of a profile of ours that they renamed", () => {
    const own = FRESH.replace("[profile payments-dev-Auditor]", "[profile aud]");
    expect(merge(own)).toMatchObject({ text: own, report: { added: [] } });
  });

  test("a second profile for the same role, in another Region", () => {
    const own = `${FRESH}\n${profile("us", "Developer").replace("eu-west-1", "us-west-2")}`;
    expect(merge(own).text).toBe(own);
  });

  test("a profile of a role that they hold but did not choose, or that only a browser can use", () => {
    const own = `${FRESH}\n${profile("ops", "Operator")}`;
    expect(merge(own, planOf({ accounts: [PAYMENTS] }, { roles: "starred" })).text).toBe(own);
  });
});

describe("what is the portal's is brought up to date", () => {
  test("a changed key, in its place and with its spacing", () => {
    const old = FRESH.replaceAll("region = eu-west-1", "region=us-east-1").replace(
      "sso_region=us-east-1",
      "sso_region = us-east-1",
    );
    const { text, report } = merge(old);
    expect(text).toBe(FRESH.replaceAll("\nregion = eu-west-1", "\nregion=eu-west-1"));
    expect(report.updated).toEqual(["payments-dev-Auditor", "payments-dev-Developer"]);
  });

  test("a key that is missing, below the last of its section", () => {
    const old = FRESH.replace(
      "\nservices = portal\nregion = eu-west-1\n\n[profile payments-dev-Developer]",
      "\noutput = json\n\n\n[profile payments-dev-Developer]",
    );
    expect(merge(old).text).toContain(
      "output = json\nservices = portal\nregion = eu-west-1\n\n\n[profile payments-dev-Developer]",
    );
  });

  test("a section that is indented: what is added to it stands as far in", () => {
    const own = `  [profile dev]
  sso_session = portal
  sso_account_id = 111111111111
  sso_role_name = Developer
  region = eu-west-1
  [default]
  region = us-east-1
`;
    expect(merge(own).text).toContain("  region = eu-west-1\n  services = portal\n  [default]\n");
  });

  test("services with an address of somebody else's beside ours", () => {
    const own = FRESH.replace(
      "sso =\n  endpoint_url = https://aws.example.com/api/sso\n",
      "s3 =\n    endpoint_url = http://minio:9000\n",
    );
    expect(merge(own).text).toContain(
      "s3 =\n    endpoint_url = http://minio:9000\nsso =\n  endpoint_url = https://aws.example.com/api/sso\n",
    );
  });

  test("new roles behind everything else, by name", () => {
    const { text, report } = merge(`${FRESH}\n[preview]\nx = y\n`, planOf());
    expect(report.added).toHaveLength(1);
    expect(text.startsWith(`${FRESH}\n[preview]\nx = y\n\n[profile Shanghai-`)).toBe(true);
  });

  test("a role that is gone: its profile goes, and the gap that it would leave", () => {
    for (const at of ["payments-dev-Auditor", "payments-dev-Developer"]) {
      const gone = profile("gone", "Gone");
      expect(merge(FRESH.replace(`[profile ${at}]`, `${gone}\n[profile ${at}]`))).toMatchObject({
        text: FRESH,
        report: { removed: ["gone"] },
      });
    }
    expect(merge(`${FRESH}\n${profile("gone", "Gone")}`).text).toBe(FRESH);
  });

  test("a role that is gone, with a key of the person's: the profile stays and says why, until the role is back", () => {
    const own = `${FRESH}\n${profile("gone", "Gone", "output = json\n")}`;
    const { text, report } = merge(own);
    expect(text).toBe(own.replace("[profile gone]\n", `[profile gone]\n${GONE_NOTE}\n`));
    expect(report.left).toEqual(["gone"]);
    expect(merge(text).text).toBe(text);
    const back = planOf({ accounts: [{ ...PAYMENTS, roleNames: [...PAYMENTS.roleNames, "Gone"] }] });
    expect(merge(text, back).text).toBe(own);
  });
});

describe("what is somebody else's is never taken", () => {
  test("a profile of the wanted name: ours gets another, and keeps it", () => {
    const own = "[profile payments-dev-Developer]\nrole_arn = arn:aws:iam::1:role/x\n";
    const { text, report } = merge(own);
    expect(text.startsWith(own)).toBe(true);
    expect(report.renamed).toEqual([{ wanted: "payments-dev-Developer", name: "payments-dev-Developer-111111111111" }]);
    expect(merge(text).text).toBe(text);
  });

  test("an indented header, which some readers take for a profile: its name is not used again", () => {
    const own = "[default]\nregion = x\n  [profile payments-dev-Developer]\n";
    expect(merge(own).report.renamed).toHaveLength(1);
  });

  test("a session of the same name that leads elsewhere: nothing is merged", () => {
    const identityCenter = "[sso-session portal]\nsso_start_url = https://corp.awsapps.com/start\n";
    expect(mergeConfig(identityCenter, PLAN)).toEqual({
      ok: false,
      error: { code: "session_taken", subject: "https://corp.awsapps.com/start" },
    });
    const otherPortal = FRESH.replaceAll("aws.example.com", "staging.example.com");
    expect(mergeConfig(otherPortal, PLAN)).toMatchObject({ ok: false, error: { code: "session_taken" } });
  });

  test("a profile that has the session and no role", () => {
    const own = "[profile login]\nsso_session = portal\n";
    expect(merge(own).text.startsWith(own)).toBe(true);
  });
});
