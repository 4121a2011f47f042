import { expect, test } from "vitest";
import { OFFER, planOf } from "./fixtures/offer";
import { mergeConfig } from "./merge-config";
import { GONE_NOTE } from "./merge-profiles";

/** mulberry32: the same numbers from the same seed. */
function createRandom(seed: number) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Lines that mean something to a reader of the file, and lines that nearly do. */
const LINES = [
  ...[
    "[default]",
    "[profile a]",
    "[profile payments-dev-Developer]",
    '[profile "payments-dev-Developer"]',
    "[sso-session portal]",
  ],
  ...[
    "[services portal]",
    "  [profile payments-dev-Auditor]",
    "[profile b] # mine",
    "[profile",
    "[]",
    "[preview]",
    "]",
    "[",
  ],
  ...[
    "sso_session = portal",
    "SSO_Session=portal",
    "sso_session = other",
    "sso_account_id = 111111111111",
    "sso_account_id=222222222222",
  ],
  ...[
    "sso_role_name = Developer",
    "sso_role_name : Developer",
    "sso_role_name = Gone",
    "services = portal",
    "services=",
  ],
  ...[
    "region = eu-west-1",
    "region = us-east-1 ; here",
    "region",
    "region =",
    "\tregion = x",
    "output = json",
    "= x",
    ":",
  ],
  ...[
    "sso =",
    "sso_oidc =",
    "sso = x",
    "  endpoint_url = https://aws.example.com/api/sso",
    "\tendpoint_url=https://aws.example.com/api/sso-oidc",
  ],
  ...[
    "sso_start_url = https://identitycenter.amazonaws.com/ssoins-0123456789abcdef",
    "sso_region = eu-west-1",
    "sso_region = x",
  ],
  ...["# note", "; note", GONE_NOTE, "", "", "   ", "\u00a0", "\uFEFF", "\u2028", "a\u0000b = c", "=".repeat(40)],
];
const ENDS = ["\n", "\n", "\n", "\r\n", "\r"];

function writeFile(random: () => number): string {
  const pick = (from: readonly string[]) => from[Math.floor(random() * from.length)] ?? "";
  const count = Math.floor(random() * 40);
  const text = Array.from({ length: count }, () => pick(LINES) + pick(ENDS)).join("");
  return random() < 0.2 ? text.trimEnd() : text;
}

const PLANS = [
  planOf(),
  planOf({}, { roles: "starred" }),
  planOf({ accounts: [] }),
  planOf({ ...OFFER, browserOnly: [] }),
];

const OURS =
  /^\s*(sso_session|sso_account_id|sso_role_name|services|region|sso|sso_oidc|sso_start_url|sso_region|endpoint_url)\b/i;

/** What a merge may neither change nor drop: everything but keys of ours, headers of profiles, notes of ours and gaps. */
const theirs = (file: string) =>
  file
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== "" && line !== GONE_NOTE && !OURS.test(line) && !/^\[profile/.test(line));

function isWithin(some: readonly string[], all: readonly string[]): boolean {
  let at = 0;
  for (const line of all) if (line === some[at]) at++;
  return at === some.length;
}

test("merging again changes nothing, and no line of the person's is lost or moved, whatever the file is", () => {
  let merges = 0;
  for (let seed = 1; seed <= 4000; seed++) {
    const file = writeFile(createRandom(seed));
    const plan = PLANS[seed % PLANS.length] ?? planOf();
    const once = mergeConfig(file, plan);
    if (!once.ok) continue;
    merges++;
    const again = mergeConfig(once.value.text, plan);
    expect(again, `seed ${seed}`).toMatchObject({ ok: true, value: { text: once.value.text } });
    expect(isWithin(theirs(file), once.value.text.split(/\r\n|\n|\r/)), `seed ${seed}`).toBe(true);
  }
  expect(merges).toBeGreaterThan(2000);
});
