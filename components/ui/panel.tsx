import type { ComponentProps } from "react";
import { classNames } from "./class-names";

/** A surface with a hairline around it. */
export function Panel({ className, ...rest }: ComponentProps<"div">) {
  return <div className={classNames("rounded-lg border border-line bg-surface shadow-rise", className)} {...rest} />;
}
