import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({ version: z.string().optional(), optionalDependencies: z.record(z.string(), z.string()).optional() }),
  ),
});

const { packages } = lockSchema.parse(JSON.parse(readFileSync("package-lock.json", "utf8")));

/** The first versions without the advisories that concern a portal like this one. */
const NOT_BELOW = {
  next: [16, 2, 11],
  "next-auth": [4, 24, 15],
  "@node-saml/node-saml": [5, 1, 0],
  "xml-crypto": [6, 3, 0],
  "@xmldom/xmldom": [0, 8, 15],
} as const;

const isBelow = (version: string, least: readonly number[]) => {
  const parts = version.split(/[.-]/).map(Number);
  const at = least.findIndex((part, index) => part !== parts[index]);
  return at >= 0 && (parts[at] ?? 0) < (least[at] ?? 0);
};

test.each(Object.entries(NOT_BELOW))(
  "React/Next and SAML advisories: no copy of %s is older than %j",
  (name, least) => {
    const copies = Object.entries(packages).filter(([path]) => path.endsWith(`node_modules/${name}`));
    expect(copies.length).toBeGreaterThan(0);
    expect(copies.filter(([, { version = "0" }]) => isBelow(version, least))).toEqual([]);
  },
);

// A registry that lacks the builds for other platforms makes `npm install` leave them out, and then `npm ci` refuses the
// whole file, everywhere.
test("the lock file names every optional package, for whatever platform it is", () => {
  const paths = Object.keys(packages);
  const missing = Object.values(packages)
    .flatMap(({ optionalDependencies }) => Object.keys(optionalDependencies ?? {}))
    .filter((name) => !paths.some((path) => path.endsWith(`node_modules/${name}`)));
  expect(missing).toEqual([]);
});
