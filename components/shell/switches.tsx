import { LanguageSwitch } from "./language-switch";
import { ThemeSwitch } from "./theme-switch";

export function Switches() {
  return (
    <>
      <ThemeSwitch />
      <LanguageSwitch />
    </>
  );
}
