import { classNames } from "./class-names";

export type Detail = { readonly label: string; readonly value: string };

/** Labels and values. Values are of machines: they are shown in full, and break anywhere. */
export function DetailList({ details, className }: { details: readonly Detail[]; className?: string }) {
  return (
    <dl className={classNames("grid gap-x-6 text-sm sm:gap-y-1.5 sm:grid-cols-[max-content_minmax(0,1fr)]", className)}>
      {details.map(({ label, value }) => (
        <div key={label} className="contents">
          <dt className="text-faint max-sm:mt-1.5 max-sm:text-xs max-sm:first:mt-0">{label}</dt>
          <dd className="select-all break-words font-mono text-xs leading-5 [overflow-wrap:anywhere]">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
