import { Lock } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

type PresetRowProps = {
  readonly id: string;
  readonly label: string;
  /** One line on what it means. */
  readonly hint: ReactNode;
  readonly isOn: boolean;
  /** Set by the administrator: on, and not to be switched off. */
  readonly isForced: boolean;
  /** Why it cannot be switched on; null when it can. */
  readonly blocked?: string | null;
  readonly problem: string | null;
  readonly onToggle: (isOn: boolean) => void;
  /** What there is to choose, once it is on. */
  readonly children?: ReactNode;
};

/** One way to narrow the session: a switch, what it means, and what there is to choose. */
export function PresetRow({
  id,
  label,
  hint,
  isOn,
  isForced,
  blocked = null,
  problem,
  onToggle,
  children,
}: PresetRowProps) {
  const t = useTranslations("scope");
  return (
    <div className="px-3 py-2.5">
      <div className="flex items-start gap-2.5">
        <input
          id={id}
          type="checkbox"
          className="mt-0.5 size-4 shrink-0 accent-accent pointer-coarse:size-5"
          checked={isOn || isForced}
          disabled={isForced || (blocked !== null && !isOn)}
          aria-describedby={problem === null ? `${id}-hint` : `${id}-hint ${id}-problem`}
          onChange={(event) => onToggle(event.target.checked)}
        />
        <div className="min-w-0 flex-1">
          <div className="flex flex-wrap items-baseline gap-x-2.5">
            <label htmlFor={id} className="font-medium text-sm">
              {label}
            </label>
            {isForced ? (
              <span className="inline-flex items-baseline gap-1 text-soft text-xs">
                <Lock aria-hidden className="size-3 self-center" />
                {t("forced")}
              </span>
            ) : null}
            <p id={`${id}-hint`} className="text-faint text-xs">
              {blocked ?? hint}
            </p>
          </div>
          {(isOn || isForced) && children !== undefined ? <div className="mt-2">{children}</div> : null}
          <p id={`${id}-problem`} role="status" className={problem === null ? "hidden" : "mt-1 text-danger text-xs"}>
            {problem}
          </p>
        </div>
      </div>
    </div>
  );
}
