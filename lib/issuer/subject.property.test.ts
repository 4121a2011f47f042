import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { createRandom } from "#lib/access/fixtures/declared";
import { buildSubject } from "./subject";

const PIECES = [
  "a",
  "A",
  ":",
  "~",
  "/",
  "@",
  "+",
  "-",
  "_",
  ".",
  " ",
  "ä",
  "a\u0308",
  "\u0000",
  "|",
  "b".repeat(90),
] as const;
/** As the configuration allows them: letters, digits and dashes. */
const IDPS = ["a", "corp", "corp-b", "b", "c0", "a-a"] as const;

/** What an attacker who may choose their subject would choose: another's, as AWS sees it. */
const digestOf = (subject: string) => `~${createHash("sha256").update(subject).digest("base64url")}`;

test("a subject colliding between people: 50,000 pairs, hostile ones among them, none shared", () => {
  const random = createRandom(20261121);
  const owners = new Map<string, string>();
  for (let made = 0; made < 50_000; made++) {
    const idp = random.pick(IDPS);
    const drawn = random.some(PIECES, 6).join("");
    const subject = random.chance(0.1) ? digestOf(drawn) : drawn;
    const built = buildSubject(idp, subject);
    const owner = JSON.stringify([idp, subject]);
    expect(built.length).toBeLessThanOrEqual(255);
    expect(built).toMatch(/^[\w+=,.@:/|~-]+$/);
    expect(owners.get(built) ?? owner).toBe(owner);
    owners.set(built, owner);
  }
  expect(owners.size).toBeGreaterThan(10_000);
});
