import { Notice, type NoticeTone } from "../ui/notice";

/** Why somebody stands before the chooser again. */
export type SignInNoticeCode =
  | "signed_out"
  | "session_expired"
  | "session_ended"
  | "refused"
  | "try_again"
  | "idp_unavailable";

type Text = { readonly tone: NoticeTone; readonly title: string; readonly body?: string };

const TEXTS: Readonly<Record<SignInNoticeCode, Text>> = {
  signed_out: {
    tone: "good",
    title: "You are signed out.",
    body: "An AWS console that is still open stays open until its own session ends.",
  },
  session_expired: { tone: "info", title: "Your session has expired.", body: "Sign in to go on where you were." },
  session_ended: { tone: "info", title: "Your session was ended.", body: "You or an administrator ended it." },
  refused: {
    tone: "danger",
    title: "You could not be signed in.",
    body: "Try once more. If it happens again, give the request id to your administrator.",
  },
  try_again: {
    tone: "warn",
    title: "That sign-in took too long or began in another browser.",
    body: "Start it again here.",
  },
  idp_unavailable: {
    tone: "warn",
    title: "The identity provider does not answer.",
    body: "Try again in a minute, or choose another one.",
  },
};

export function SignInNotice({ code, requestId }: { code: SignInNoticeCode; requestId?: string }) {
  const { tone, title, body } = TEXTS[code];
  return (
    <Notice tone={tone} title={title} role={tone === "danger" ? "alert" : "status"}>
      {body}
      {requestId === undefined ? null : (
        <span className="mt-1 block text-soft text-xs">
          Request id <code className="select-all font-mono">{requestId}</code>
        </span>
      )}
    </Notice>
  );
}
