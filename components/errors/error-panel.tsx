import { CircleAlert, CloudOff, Compass, type LucideIcon, ShieldX } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { classNames } from "../ui/class-names";
import { type Detail, DetailList } from "../ui/detail-list";
import { LazyCopyButton } from "../ui/lazy-copy-button";

const KINDS: Readonly<Record<ErrorKind, { readonly icon: LucideIcon; readonly look: string }>> = {
  refused: { icon: ShieldX, look: "bg-danger-soft text-danger" },
  failed: { icon: CircleAlert, look: "bg-danger-soft text-danger" },
  unavailable: { icon: CloudOff, look: "bg-warn-soft text-warn" },
  missing: { icon: Compass, look: "bg-accent-soft text-accent" },
};

/** Somebody said no; something broke; something does not answer; nothing is there. */
export type ErrorKind = "refused" | "failed" | "unavailable" | "missing";

type ErrorPanelProps = {
  readonly kind: ErrorKind;
  readonly title: string;
  /** What happened, in a sentence or two. */
  readonly children: ReactNode;
  /** What the person can do, a line each. */
  readonly steps?: readonly string[];
  /** Codes and ids for support. */
  readonly details?: readonly Detail[];
  readonly actions?: ReactNode;
  /** `h1` on a page of its own, `h3` within a dialog. */
  readonly heading?: "h1" | "h2" | "h3";
};

/** Every error that a person meets: what happened, what to do, and what to tell support. */
export function ErrorPanel({
  kind,
  title,
  children,
  steps = [],
  details = [],
  actions,
  heading = "h1",
}: ErrorPanelProps) {
  const { icon: Icon, look } = KINDS[kind];
  const Heading = heading;
  return (
    <div className="flex flex-col gap-4" role={heading === "h1" ? undefined : "alert"}>
      <div className="flex flex-col gap-3 sm:flex-row sm:gap-4">
        <span aria-hidden className={classNames("grid size-9 shrink-0 place-items-center rounded-md", look)}>
          <Icon className="size-5" />
        </span>
        <div className="min-w-0">
          <Heading className="text-lg">{title}</Heading>
          <div className="mt-1 text-soft">{children}</div>
          {steps.length === 0 ? null : (
            <ul className="mt-3 list-disc space-y-1 pl-4 text-sm marker:text-faint">
              {steps.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ul>
          )}
        </div>
      </div>
      {details.length === 0 ? null : <SupportDetails details={details} />}
      {actions === undefined || actions === null ? null : <div className="flex flex-wrap gap-2">{actions}</div>}
    </div>
  );
}

function SupportDetails({ details }: { details: readonly Detail[] }) {
  const t = useTranslations("ui");
  const text = details.map(({ label, value }) => `${label}: ${value}`).join("\n");
  return (
    <div className="flex items-start justify-between gap-3 rounded-md bg-sunken py-2.5 pr-2.5 pl-3">
      <DetailList details={details} className="min-w-0" />
      <LazyCopyButton text={text} what={t("details")} compact look="quiet" />
    </div>
  );
}
