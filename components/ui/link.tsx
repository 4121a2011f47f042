"use client";
import { useRouter } from "next/navigation";
import { type ComponentProps, type MouseEvent, startTransition } from "react";

type LinkProps = ComponentProps<"a"> & { readonly href: string; readonly prefetch?: boolean };

const isPlainClick = ({ button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent) =>
  button === 0 && !metaKey && !ctrlKey && !shiftKey && !altKey;

/**
 * A link inside the portal: the next page replaces this one without loading everything anew, and begins to load under the
 * pointer. A fraction of next/link, which every page would carry for what these few links do not do.
 */
export function Link({ href, target, prefetch = true, onClick, ...rest }: LinkProps) {
  const router = useRouter();
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    if (event.defaultPrevented || target !== undefined || !isPlainClick(event)) return;
    event.preventDefault();
    startTransition(() => router.push(href));
  };
  return (
    <a
      href={href}
      {...(target === undefined ? {} : { target })}
      {...rest}
      onPointerEnter={() => prefetch && router.prefetch(href)}
      onClick={follow}
    />
  );
}
