import { CircleHelp, type LucideIcon, ShieldCheck, ShieldX } from "lucide-react";
import { type Messages, useTranslations } from "next-intl";
import type { Saying } from "#lib/trust/saying";
import { classNames } from "../../ui/class-names";
import { Panel } from "../../ui/panel";
import type { DenialDetail } from "./denial-view";
import { Sentence } from "./sentence";
import { useTell } from "./use-tell";

type Look = { readonly icon: LucideIcon; readonly look: string };
type Words = Messages["denials"]["verdict"];

/** What the heading says; what stands below it, but where the explanation's own headline does. */
type Matter = Look & { readonly title: keyof Words; readonly text: keyof Words | Saying };

const UNKNOWN: Look = { icon: CircleHelp, look: "bg-accent-soft text-accent" };
const ALLOWED: Look = { icon: ShieldCheck, look: "bg-good-soft text-good" };
const REFUSED: Look = { icon: ShieldX, look: "bg-danger-soft text-danger" };

function toMatter({ explanation, rows, via }: DenialDetail): Matter {
  if (rows === null) {
    return { ...UNKNOWN, title: "notAsked", text: via === "federation-token" ? "federation" : "notRecorded" };
  }
  if (explanation === null) return { ...UNKNOWN, title: "notKnown", text: "paste" };
  if (explanation.allowed) return { ...ALLOWED, title: "allowed", text: "elsewhere" };
  const isTooLong = explanation.findings[0]?.problem.code === "duration_exceeded";
  return { ...REFUSED, title: isTooLong ? "tooLong" : "refused", text: explanation.headline };
}

/** The whole matter in two lines. */
export function Verdict({ denial }: { denial: DenialDetail }) {
  const t = useTranslations("denials.verdict");
  const tell = useTell();
  const { icon: Icon, look, title, text } = toMatter(denial);
  return (
    <Panel className="flex flex-col gap-3 p-4 sm:flex-row sm:gap-4 sm:p-5">
      <span aria-hidden className={classNames("grid size-9 shrink-0 place-items-center rounded-md", look)}>
        <Icon className="size-5" />
      </span>
      <div className="min-w-0">
        <h2 className="text-lg">{t(title)}</h2>
        <p className="mt-1 text-soft">
          <Sentence text={typeof text === "string" ? t(text) : tell(text)} />
        </p>
        {denial.atHub ? (
          <p className="mt-2 text-sm">
            <Sentence text={t("atHub", { role: `\`${denial.trustRoleArn ?? ""}\`` })} />
          </p>
        ) : null}
      </div>
    </Panel>
  );
}
