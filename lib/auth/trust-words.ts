import "server-only";
import { getTranslations } from "next-intl/server";
import type { DocumentProblem } from "#lib/trust/scan-document";
import type { DenialSummary } from "#lib/trust/short-form";
import { tell } from "#lib/trust/tell";

type Said = {
  readonly problems?: readonly DocumentProblem[] | undefined;
  readonly explanation?: DenialSummary | null | undefined;
};

/** What a use case says of a trust policy, in the language of the request. */
export async function trustWords({ problems, explanation }: Said) {
  const t = await getTranslations("trust");
  return {
    problems: problems?.map(({ path, message }) => ({ path, message: tell(message, t) })),
    explanation: explanation?.map((sentence) => tell(sentence, t)).join(" "),
  };
}
