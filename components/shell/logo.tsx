import { classNames } from "../ui/class-names";

/** A gate with its portcullis, as in app/icon.svg. /brand/theme.css puts the company's own logo in its place. */
export function Logo({ className = "size-6" }: { className?: string }) {
  return (
    <span aria-hidden="true" className={classNames("brand-logo block", className)}>
      <svg viewBox="0 0 32 32" aria-hidden="true" className="size-full">
        <rect width="32" height="32" rx="7.5" className="fill-solid" />
        <path
          d="M8 25V14.5a8 8 0 0 1 16 0V25"
          fill="none"
          strokeWidth="2.5"
          strokeLinecap="round"
          className="stroke-on-solid"
        />
        <path
          d="M13 25v-9.5m6 9.5v-9.5"
          strokeWidth="2.5"
          strokeLinecap="round"
          className="stroke-[oklch(0.7_0.13_255)]"
        />
      </svg>
    </span>
  );
}
