import { Eye, EyeOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "../ui/button";

export type Reveal = { readonly isRevealed: boolean; readonly onReveal: () => void };

/** Secrets are hidden from whoever looks over a shoulder. Copying needs no reveal. */
export function RevealButton({ isRevealed, onReveal }: Reveal) {
  const t = useTranslations("credentials");
  const Icon = isRevealed ? EyeOff : Eye;
  return (
    <Button variant="quiet" size="small" aria-pressed={isRevealed} onClick={onReveal}>
      <Icon aria-hidden className="size-3.5" />
      {t("showSecrets")}
    </Button>
  );
}
