import type { ComponentProps } from "react";
import { classNames } from "./class-names";
import { Link } from "./link";

const BASE =
  "inline-flex select-none items-center justify-center gap-1.5 whitespace-nowrap rounded-md border font-medium text-sm transition-colors disabled:opacity-60 aria-disabled:opacity-60";

const VARIANTS = {
  solid: "border-transparent bg-solid text-on-solid shadow-rise not-disabled:hover:bg-solid-hover",
  outline: "border-edge bg-surface text-ink shadow-rise not-disabled:hover:bg-hover",
  quiet: "border-transparent text-soft not-disabled:hover:bg-hover not-disabled:hover:text-ink",
  danger: "border-edge bg-surface text-danger shadow-rise not-disabled:hover:bg-danger-soft",
} as const;

// Taller where fingers are the pointer.
const SIZES = {
  small: "h-7 px-2 pointer-coarse:h-9 pointer-coarse:px-3",
  medium: "h-8 px-3 pointer-coarse:h-10",
  large: "h-10 px-4 text-base pointer-coarse:h-11",
  icon: "size-8 pointer-coarse:size-10",
  narrow: "h-8 w-7 pointer-coarse:h-10 pointer-coarse:w-11",
} as const;

type Look = { readonly variant?: keyof typeof VARIANTS; readonly size?: keyof typeof SIZES };

export function buttonClass({ variant = "outline", size = "medium" }: Look = {}): string {
  return classNames(BASE, VARIANTS[variant], SIZES[size]);
}

export function Button({ variant, size, className, type = "button", ...rest }: ComponentProps<"button"> & Look) {
  return <button type={type} className={classNames(buttonClass(look(variant, size)), className)} {...rest} />;
}

export function ButtonLink({ variant, size, className, ...rest }: ComponentProps<typeof Link> & Look) {
  return <Link className={classNames(buttonClass(look(variant, size)), className)} {...rest} />;
}

function look(variant: Look["variant"], size: Look["size"]): Look {
  return { ...(variant === undefined ? {} : { variant }), ...(size === undefined ? {} : { size }) };
}
