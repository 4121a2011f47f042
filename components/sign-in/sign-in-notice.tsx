import { useTranslations } from "next-intl";
import { Notice, type NoticeTone } from "../ui/notice";

/** Why somebody stands before the chooser again. */
export type SignInNoticeCode =
  | "signed_out"
  | "session_expired"
  | "session_ended"
  | "refused"
  | "try_again"
  | "idp_unavailable";

const TONES: Readonly<Record<SignInNoticeCode, NoticeTone>> = {
  signed_out: "good",
  session_expired: "info",
  session_ended: "info",
  refused: "danger",
  try_again: "warn",
  idp_unavailable: "warn",
};

export function SignInNotice({ code, requestId }: { code: SignInNoticeCode; requestId?: string }) {
  const t = useTranslations("signIn");
  const tone = TONES[code];
  return (
    <Notice tone={tone} title={t(`notices.${code}.title`)} role={tone === "danger" ? "alert" : "status"}>
      {t(`notices.${code}.body`)}
      {requestId === undefined ? null : (
        <span className="mt-1 block text-soft text-xs">
          {t("requestId")} <code className="select-all font-mono">{requestId}</code>
        </span>
      )}
    </Notice>
  );
}
