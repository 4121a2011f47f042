import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";
import { buildConfigJsonSchema } from "./json-schema";
import { loadConfig } from "./load";

const README = readFileSync("README.md", "utf8");

/** Stands for every file that an example refers to. */
const PEM = "-----BEGIN CERTIFICATE-----\n";
/** What an example leaves out because it is about something else. */
const REST = {
  portal: "portal: { url: https://aws.example.com }\n",
  identityProviders:
    "identityProviders: [{ id: corp, type: oidc, issuer: https://login.example.com, clientId: gatehouse }]\n",
};

const examples = Array.from(README.matchAll(/```yaml\n(.*?)```/gs), ([, text = ""]) => ({
  headline:
    README.slice(0, README.indexOf(text))
      .match(/^#+ .*$/gm)
      ?.at(-1) ?? "",
  text,
}));

function load(text: string) {
  const missing = Object.entries(REST).flatMap(([key, yaml]) => (text.includes(`\n${key}:`) ? [] : [yaml]));
  const document = [text, ...missing].join("");
  const env = Object.fromEntries(Array.from(document.matchAll(/\$\{(\w+)\}/g), ([, name = ""]) => [name, "x"]));
  const readFile = async (path: string) => (path.endsWith("gatehouse.yaml") ? document : PEM);
  return loadConfig({ path: "/etc/gatehouse/gatehouse.yaml", env, readFile });
}

test("there are examples to check", () => {
  expect(examples.length).toBeGreaterThanOrEqual(7);
});

test.each(examples)("the README's configuration under '$headline' is accepted", async ({ text }) => {
  expect(await load(`\n${text}`)).toMatchObject({ ok: true });
});

const nodeSchema = z.looseObject({
  properties: z.record(z.string(), z.unknown()).optional(),
  items: z.unknown().optional(),
  oneOf: z.array(z.unknown()).optional(),
  default: z.unknown().optional(),
  const: z.unknown().optional(),
});
const nodeOf = (value: unknown) => nodeSchema.parse(value ?? {});
const childOf = (value: unknown, name: string) => nodeOf(value).properties?.[name];

type Row = { readonly key: string; readonly fallback: unknown };

/** The keys of a mapping, those of mappings inside it behind a dot. Lists of mappings have tables of their own. */
function listKeys(value: unknown, prefix = ""): Row[] {
  return Object.entries(nodeOf(value).properties ?? {}).flatMap(([name, child]) => {
    const node = nodeOf(child);
    if (node.properties !== undefined) return listKeys(child, `${prefix}${name}.`);
    if (nodeOf(node.items).properties !== undefined) return [];
    return [{ key: prefix + name, fallback: node.default }];
  });
}

const root = buildConfigJsonSchema();
const providerOf = (type: string) =>
  nodeOf(nodeOf(childOf(root, "identityProviders")).items).oneOf?.find(
    (kind) => nodeOf(childOf(kind, "type")).const === type,
  );
const access = childOf(root, "access");
const account = nodeOf(childOf(access, "accounts")).items;
const TABLES: readonly (readonly [heading: string, node: unknown])[] = [
  ["### `portal`", childOf(root, "portal")],
  ["### `database`", childOf(root, "database")],
  ["### `aws`", childOf(root, "aws")],
  ["### `issuer`", childOf(root, "issuer")],
  ["### `identityProviders[]` with `type: saml`", providerOf("saml")],
  ["### `identityProviders[]` with `type: oidc`", providerOf("oidc")],
  ["### `access.accounts[]`", account],
  ["### `access.accounts[].roles[]`", nodeOf(childOf(account, "roles")).items],
  ["### `access.rules[]`", nodeOf(childOf(access, "rules")).items],
];

const textOf = (value: unknown) => (typeof value === "string" ? value : JSON.stringify(value));

test.each(TABLES)("the README's table under '%s' has every key, with its default", (heading, node) => {
  const section = README.split(`\n${heading}\n`)[1]?.split("\n#")[0] ?? "";
  const rows = Array.from(section.matchAll(/^\| `([^`]+)` \| (.*?) \|/gm), ([, key = "", shown = ""]) => ({
    key,
    shown,
  }));
  const expected = listKeys(node);
  expect(rows.map(({ key }) => key)).toEqual(expected.map(({ key }) => key));
  for (const { key, fallback } of expected) {
    const shown = rows.find((row) => row.key === key)?.shown;
    if (fallback === undefined) expect(shown, key).toMatch(/\S/);
    else expect(shown, key).toBe(`\`${textOf(fallback)}\``);
  }
});
