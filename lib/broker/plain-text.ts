import "server-only";

/** What somebody names may be no role at all and is still recorded, so it has to be text that the audit can hold. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
export const PLAIN_TEXT = /^[^\u0000-\u001f\u007f]*$/;
