/**
 * Puts a text on the clipboard. Without the Clipboard API (plain http, old browsers) through a text area beside `host`: in
 * a dialog the focus cannot leave. False when the browser refuses both.
 */
export async function copyText(text: string, host: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text, host);
  }
}

function copyBySelection(text: string, host: HTMLElement): boolean {
  const area = document.createElement("textarea");
  area.value = text;
  area.readOnly = true;
  area.className = "sr-only";
  host.after(area);
  area.select();
  try {
    return document.execCommand("copy");
  } finally {
    area.remove();
    host.focus();
  }
}
