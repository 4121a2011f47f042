import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "./class-names";

const TONES = {
  info: { icon: Info, look: "bg-accent-soft text-accent" },
  good: { icon: CircleCheck, look: "bg-good-soft text-good" },
  warn: { icon: TriangleAlert, look: "bg-warn-soft text-warn" },
  danger: { icon: CircleAlert, look: "bg-danger-soft text-danger" },
} as const;

export type NoticeTone = keyof typeof TONES;

type NoticeProps = {
  readonly tone?: NoticeTone;
  readonly title?: string;
  readonly children?: ReactNode;
  /** `alert` for what just went wrong in answer to the person; nothing for what stands on the page. */
  readonly role?: "alert" | "status";
};

export function Notice({ tone = "info", title, children, role }: NoticeProps) {
  const { icon: Icon, look } = TONES[tone];
  return (
    <div role={role} className={classNames("forced-edge flex gap-2.5 rounded-md px-3 py-2.5 text-sm", look)}>
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
      <div className="min-w-0">
        {title === undefined ? null : <p className="font-medium">{title}</p>}
        {children === undefined ? null : <div className="text-ink">{children}</div>}
      </div>
    </div>
  );
}
