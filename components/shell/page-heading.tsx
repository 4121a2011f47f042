import type { ReactNode } from "react";

type PageHeadingProps = { readonly title: string; readonly children?: ReactNode; readonly aside?: ReactNode };

export function PageHeading({ title, children, aside }: PageHeadingProps) {
  return (
    <div className="mb-5 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="min-w-0">
        <h1 className="text-xl tracking-tight">{title}</h1>
        {children === undefined ? null : <div className="mt-0.5 text-sm text-soft">{children}</div>}
      </div>
      {aside}
    </div>
  );
}
