/** A link that would leave this page for another one of the portal's. */
function isLeaving(link: HTMLAnchorElement): boolean {
  const url = new URL(link.href, location.href);
  return url.origin === location.origin && url.pathname + url.search !== location.pathname + location.search;
}

/**
 * Without a connection a form or a link would end at the browser's own error page, and what was typed would be gone. They
 * stay where they are instead. Answers how to stop.
 */
export function holdBack(onHeld: () => void): () => void {
  const hold = (event: Event) => {
    event.preventDefault();
    event.stopPropagation();
    onHeld();
  };
  const onClick = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
    if (link instanceof HTMLAnchorElement && isLeaving(link)) hold(event);
  };
  // Forms that a script answers are held as well: what they ask for would not arrive either.
  document.addEventListener("submit", hold, true);
  document.addEventListener("click", onClick, true);
  return () => {
    document.removeEventListener("submit", hold, true);
    document.removeEventListener("click", onClick, true);
  };
}
