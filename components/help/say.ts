import type { useTranslations } from "next-intl";
import { partitionOfRegion } from "#lib/aws/partition";
import type { FormatId } from "#lib/credentials/formats";
import { defaultProfileName } from "#lib/credentials/profile-name";
import { exampleRole, type HelpFacts } from "./help-facts";

export type HelpTranslator = ReturnType<typeof useTranslations<"help">>;
type HelpKey = Parameters<HelpTranslator>[0];

/** A text of the help in the reader's language, the portal's values filled in. */
export type Say = (key: HelpKey, more?: Readonly<Record<string, string>>) => string;

/** Whole hours as such, anything else in minutes. */
export function formatHours(seconds: number, locale: string): string {
  const [unit, value] =
    seconds % 3600 === 0 ? (["hour", seconds / 3600] as const) : (["minute", seconds / 60] as const);
  return new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "long" }).format(value);
}

function valuesOf(facts: HelpFacts, locale: string) {
  const { accountName, accountId, roleName, region } = exampleRole(facts);
  return {
    portal: facts.portalName,
    url: facts.portalUrl,
    issuer: facts.issuerUrl,
    jwks: `${facts.issuerUrl}/jwks`,
    samlMetadata: facts.samlMetadataUrl,
    account: accountName,
    accountId,
    role: roleName,
    region,
    partition: partitionOfRegion(region),
    profile: defaultProfileName({ accountName, roleName }),
    hours: formatHours(facts.sessionSeconds, locale),
    capped: facts.capped ? "yes" : "no",
  };
}

export function createSay(t: HelpTranslator, facts: HelpFacts, locale: string): Say {
  const values = valuesOf(facts, locale);
  return (key, more) => t(key, { ...values, ...more });
}

/** What a topic is written with. `errors` are the portal's messages, for the page that explains them. */
export type HelpSource = {
  readonly facts: HelpFacts;
  readonly say: Say;
  readonly errors: readonly ErrorText[];
  /** What a block of credentials is for, as its tab says it. */
  readonly formatHint: (id: FormatId) => string;
};

/** One message of the portal, as people see it, and what to do about it. */
export type ErrorText = {
  readonly code: string;
  readonly title: string;
  readonly message: string;
  readonly hint?: string;
  readonly whatToDo: string | null;
};
