import { createTranslator } from "use-intl/core";
import { describe, expect, test } from "vitest";
import { ERROR_CODES } from "#lib/errors";
import de from "../../lib/i18n/messages/de.json";
import en from "../../lib/i18n/messages/en.json";
import { buildHelpPages } from "./build-help-pages";
import type { HelpFacts } from "./help-facts";
import { HELP_TOPICS } from "./help-topics";
import { plainText } from "./inline-markup";
import { searchHelp } from "./search-help";

const WORDS = { en, de } as const;

const FACTS: HelpFacts = {
  portalName: "Example Corp",
  portalUrl: "https://aws.example.com",
  issuerUrl: "https://aws.example.com/oidc",
  oidcProvider: "aws.example.com/oidc",
  audience: "sts.amazonaws.com",
  samlMetadataUrl: "https://aws.example.com/saml/metadata",
  samlEntityId: "https://aws.example.com/saml/metadata",
  samlProvider: "gatehouse",
  samlRecipient: "https://signin.aws.amazon.com/saml",
  sessionSeconds: 9 * 3600,
  capped: true,
  iamUserSessions: true,
  support: null,
  roles: [
    {
      accountId: "630492718354",
      accountName: "payments-dev",
      roleName: "team/Developer",
      roleArn: "arn:aws-cn:iam::630492718354:role/team/Developer",
      region: "cn-north-1",
      partition: "aws-cn",
      via: "portal-oidc",
    },
  ],
  idps: [
    {
      type: "saml",
      id: "corp",
      name: "Corporate SSO",
      entityId: "https://aws.example.com/api/saml/corp/metadata",
      acsUrl: "https://aws.example.com/api/saml/corp/acs",
      sloUrl: "https://aws.example.com/api/saml/corp/slo",
      awsAcsUrl: "https://aws.example.com/api/saml/corp/aws-acs",
    },
    {
      type: "oidc",
      id: "workforce",
      name: "Workforce",
      issuer: "https://login.example.com",
      clientId: "gatehouse",
      redirectUri: "https://aws.example.com/api/auth/callback/workforce",
      logoutUri: "https://aws.example.com/sign-in",
    },
  ],
};

const errorsIn = (locale: keyof typeof WORDS) => ERROR_CODES.map((code) => ({ code, ...WORDS[locale].errors[code] }));

function pagesIn(locale: keyof typeof WORDS, facts = FACTS) {
  const onError = (error: Error) => {
    throw error;
  };
  const messages = WORDS[locale];
  return buildHelpPages(facts, {
    t: createTranslator({ locale, messages, namespace: "help", onError }),
    titles: createTranslator({ locale, messages, namespace: "helpTopics", onError }),
    formats: createTranslator({ locale, messages, namespace: "credentials.formats", onError }),
    noAnswer: createTranslator({ locale, messages, namespace: "ui.noAnswer", onError }),
    locale,
    errors: errorsIn(locale),
    explained: messages.help.errors,
  });
}

const textOf = (page: unknown) => JSON.stringify(page);
const findPage = (locale: keyof typeof WORDS, slug: string, facts = FACTS) =>
  pagesIn(locale, facts).find((page) => page.slug === slug);

describe.each(["en", "de"] as const)("in %s", (locale) => {
  test.each(HELP_TOPICS)("$slug has sections, each with words, and no argument is left open", ({ slug }) => {
    for (const facts of [FACTS, { ...FACTS, roles: [], idps: [] }]) {
      const page = findPage(locale, slug, facts);
      expect(page?.sections.length).toBeGreaterThan(1);
      for (const { id, title, blocks } of page?.sections ?? []) {
        expect(title).not.toBe("");
        expect(blocks.length, id).toBeGreaterThan(0);
      }
      const ids = page?.sections.map(({ id }) => id) ?? [];
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  test("every message of the portal is explained, at an anchor that is its code, with what to do", () => {
    const sections = findPage(locale, "troubleshooting")?.sections ?? [];
    for (const { code, title, message } of errorsIn(locale)) {
      const section = sections.find(({ id }) => id === code);
      expect(section?.title).toBe(title);
      expect(textOf(section)).toContain(JSON.stringify(message).slice(1, -1));
      expect(textOf(section), code).toContain(`**${WORDS[locale].help.ui.whatToDo}:** `);
    }
  });
});

test("no explanation is left of a message that is gone", () => {
  const { portal_unreachable: _own, ...explained } = en.help.errors;
  expect(Object.keys(explained).sort()).toEqual([...ERROR_CODES].sort());
});

/** All texts of a tree with their keys. */
const leaves = (tree: object, prefix = ""): readonly (readonly [string, string])[] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [[prefix + key, value] as const] : leaves(value, `${prefix}${key}.`),
  );

test("German has the same steps and the same code as English", () => {
  const german = new Map(leaves(de.help));
  for (const [key, text] of leaves(en.help)) {
    const other = german.get(key) ?? "";
    expect(other.split("\n").length, key).toBe(text.split("\n").length);
    expect(new Set(other.match(/`[^`]+`/g)), key).toEqual(new Set(text.match(/`[^`]+`/g)));
    expect(other.match(/\*\*/g)?.length, key).toBe(text.match(/\*\*/g)?.length);
  }
});

test("the portal's own values and the reader's own role are filled in", () => {
  expect(textOf(findPage("en", "portal-oidc"))).toContain("https://aws.example.com/oidc/jwks");
  expect(textOf(findPage("en", "portal-oidc"))).toContain(
    "arn:aws-cn:iam::630492718354:oidc-provider/aws.example.com/oidc",
  );
  expect(textOf(findPage("en", "identity-providers"))).toContain("https://aws.example.com/api/saml/corp/acs");
  expect(textOf(findPage("en", "identity-providers"))).toContain("https://aws.example.com/api/auth/callback/workforce");
  expect(textOf(findPage("en", "revoke"))).toContain("--role-name 'Developer'");
  expect(textOf(findPage("en", "console"))).toContain("cn-northwest-1");
  expect(textOf(findPage("en", "console"))).not.toContain("eu-west-1");
  expect(textOf(findPage("de", "first-steps"))).toContain("9 Stunden");
});

describe("searching", () => {
  test("finds a message by its code, its title and words of it, in any case", () => {
    const pages = pagesIn("en");
    for (const query of ["sts_access_denied", "aws REFUSED this role", "trust policy condition failed"]) {
      expect(searchHelp(pages, query).map(({ href }) => href)).toContain("/help/troubleshooting#sts_access_denied");
    }
    expect(searchHelp(pages, "sts_access_denied")[0]?.href).toBe("/help/troubleshooting#sts_access_denied");
  });

  test("finds in German what is written in German", () => {
    expect(searchHelp(pagesIn("de"), "mehrfachsitzung")[0]?.href).toBe("/help/console#multi-session");
  });

  test.each(["", "   ", "zzzzz", "x".repeat(5000), "(", "\\", ".*", "\u202e", "🙂"])(
    "answers nothing or little to %j",
    (query) => {
      expect(searchHelp(pagesIn("en"), query).length).toBeLessThanOrEqual(40);
    },
  );

  test("an excerpt holds the word and no markup", () => {
    const hit = searchHelp(pagesIn("en"), "AWSRevokeOlderSessions")[0];
    expect(hit?.excerpt).toContain("AWSRevokeOlderSessions");
    expect(hit?.excerpt).not.toContain("`");
    expect(plainText("a `b` **c** d")).toBe("a b c d");
  });
});
