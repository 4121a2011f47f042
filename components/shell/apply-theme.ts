import { rememberChoice } from "./remember-choice";
import { THEME_COOKIE, type Theme } from "./theme";

/** The theme at once, and for the next page through a cookie that the layout reads. */
export function applyTheme(theme: Theme): void {
  const root = document.documentElement;
  if (theme === "system") delete root.dataset.theme;
  else root.dataset.theme = theme;
  rememberChoice(THEME_COOKIE, theme);
}
