const MAX_BYTES = 1024 * 1024;

/** A file's text, byte order mark and all; null when it is no UTF-8, or larger than the portal would take. */
export async function readTextFile(file: File): Promise<string | null> {
  if (file.size > MAX_BYTES) return null;
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(await file.arrayBuffer());
    return text.includes("\0") ? null : text;
  } catch {
    return null;
  }
}
