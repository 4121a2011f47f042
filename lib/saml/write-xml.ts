const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

/** Characters that XML 1.0 section 2.2 knows; the others cannot be written even as references. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

/** Text as it may stand in an element or a quoted attribute. Throws on characters that XML cannot hold. */
export function escapeXml(text: string): string {
  if (FORBIDDEN.test(text)) throw new Error("a character that XML cannot hold");
  return text
    .replace(/[&<>"']/g, (character) => ESCAPES[character] ?? "")
    .replace(/\s/g, (space) => (space === " " ? space : `&#${space.charCodeAt(0)};`));
}

/** One element. `content` is XML already; attributes that are undefined or null are left out. */
export function writeElement(
  name: string,
  attributes: Readonly<Record<string, string | null | undefined>>,
  content: readonly string[] = [],
): string {
  const written = Object.entries(attributes).map(([key, value]) =>
    value == null ? "" : ` ${key}="${escapeXml(value)}"`,
  );
  const inside = content.join("");
  return inside === "" ? `<${name}${written.join("")}/>` : `<${name}${written.join("")}>${inside}</${name}>`;
}
