/** How long somebody may mean what they pressed before the page could answer. */
const MEANT_MS = 5000;

/**
 * Remembers the last button that was pressed while the code behind it was on its way, and presses it again when that is there.
 * Buttons that submit and links work by themselves.
 */
export function rememberEarlyClick(): () => void {
  if (typeof document === "undefined") return () => undefined;
  let pressed: { readonly button: HTMLButtonElement; readonly atMs: number } | null = null;
  const remember = ({ target }: MouseEvent) => {
    const button = target instanceof Element ? target.closest("main button") : null;
    if (!(button instanceof HTMLButtonElement) || button.type !== "button") return;
    const atMs = performance.now();
    // Once the click is over: when the list came to life within it, React has answered it already.
    setTimeout(() => {
      pressed = { button, atMs };
    });
  };
  document.addEventListener("click", remember, { capture: true });
  return () => {
    document.removeEventListener("click", remember, { capture: true });
    if (pressed !== null && performance.now() - pressed.atMs < MEANT_MS && pressed.button.isConnected) {
      pressed.button.click();
    }
    pressed = null;
  };
}
