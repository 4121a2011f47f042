import "server-only";
import { getTranslations } from "next-intl/server";
import { ERROR_STATUS, type ErrorCode } from "#lib/errors";
import { type Phrase, sayPhrase } from "#lib/session-policy/phrase";
import type { DocumentProblem } from "#lib/trust/scan-document";
import type { DenialSummary } from "#lib/trust/short-form";
import { errorWords } from "./error-words";
import { NO_STORE } from "./security-headers";
import { trustWords } from "./trust-words";

type Extra = {
  readonly continueUrl?: string | undefined;
  readonly awsCode?: string | null | undefined;
  readonly awsRequestId?: string | null | undefined;
  readonly hint?: string | undefined;
  readonly subject?: string | undefined;
  readonly problems?: readonly { readonly path: string; readonly message: string }[] | undefined;
  /** Why AWS refused, in short; where an administrator reads the whole; whether the caller is one. */
  readonly explanation?: string | null | undefined;
  readonly adminUrl?: string | undefined;
  readonly administrator?: boolean | undefined;
};

/** What a refusal looks like to whoever called the API: the code's words in their language and the id to ask about. */
export async function describeRefusal(code: ErrorCode, requestId: string, extra: Extra = {}) {
  const words = await errorWords(code);
  const { continueUrl, ...rest } = extra;
  const details = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined && value !== null));
  return {
    status: ERROR_STATUS[code],
    body: { error: { code, ...words, ...details, requestId }, ...(continueUrl ? { continueUrl } : {}) },
  };
}

export async function refusalResponse(code: ErrorCode, requestId: string, extra: Extra = {}): Promise<Response> {
  const { status, body } = await describeRefusal(code, requestId, extra);
  return Response.json(body, { status, headers: NO_STORE });
}

/** The same words for a page. */
export async function refusalProblem(refusal: RefusalLike, requestId: string) {
  const { body } = await describeRefusal(refusal.code, requestId, await toExtra(refusal));
  return body.error;
}

/** What a refusal says beside its code; field by field, so that nothing else of a use case's gets out. */
export async function toExtra({ sts, phrase, adminUrl, administrator, ...said }: RefusalLike): Promise<Extra> {
  const subject = phrase === undefined ? said.subject : sayPhrase(await getTranslations("scope.phrases"), phrase);
  const aws = { awsCode: sts?.awsCode, awsRequestId: sts?.requestId };
  return { ...aws, subject, ...(await trustWords(said)), adminUrl, administrator };
}

/** What every use case refuses with. */
export type RefusalLike = {
  readonly code: ErrorCode;
  readonly sts?: { readonly awsCode: string | null; readonly requestId: string | null };
  readonly continueUrl?: string;
  readonly subject?: string;
  readonly phrase?: Phrase;
  readonly problems?: readonly DocumentProblem[];
  readonly explanation?: DenialSummary | null;
} & Pick<Extra, "adminUrl" | "administrator">;
