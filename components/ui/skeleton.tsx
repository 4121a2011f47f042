import { classNames } from "./class-names";

/** The place of a text that is on its way. Give it the text's height and a likely width. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <span
      aria-hidden
      className={classNames("forced-edge block animate-breathe rounded-sm bg-hover", className ?? "h-4 w-full")}
    />
  );
}
