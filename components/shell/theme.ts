export const THEME_COOKIE = "gatehouse-theme";

export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

export function isTheme(text: string): text is Theme {
  return THEMES.some((theme) => theme === text);
}

/** What the cookie says; `system` for none and for anything else that somebody may have put there. */
export function parseTheme(text: string | undefined): Theme {
  return text !== undefined && isTheme(text) ? text : "system";
}
