import { Close } from "@radix-ui/react-dialog";
import { CommandInput } from "cmdk";
import { ChevronLeft, Search, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { placeText } from "../console/console-choice";
import { buttonClass } from "../ui/button";
import type { Draft, Step } from "./palette-step";

type PaletteHeaderProps = {
  readonly step: Step;
  readonly onQuery: (query: string) => void;
  readonly onBack: () => void;
};

/** Where one is among the steps, and the field. */
export function PaletteHeader({ step, onQuery, onBack }: PaletteHeaderProps) {
  const t = useTranslations("palette");
  return (
    <div className="border-line border-b">
      {step.kind === "root" ? null : <Breadcrumbs step={step} onBack={onBack} />}
      <div className="flex items-center gap-2 px-4">
        <Search aria-hidden className="size-4 shrink-0 text-faint" />
        <CommandInput
          autoFocus
          value={step.query}
          onValueChange={onQuery}
          placeholder={t(`placeholders.${step.kind}`)}
          aria-describedby="palette-keys"
          maxLength={200}
          className="h-12 min-w-0 flex-1 bg-transparent text-base text-ink outline-none placeholder:text-faint pointer-coarse:text-[1rem]"
        />
        <Close className={buttonClass({ variant: "quiet", size: "icon" })}>
          <X aria-hidden className="size-4" />
          <span className="sr-only">{t("close")}</span>
        </Close>
      </div>
    </div>
  );
}

function Breadcrumbs({ step, onBack }: Omit<PaletteHeaderProps, "onQuery">) {
  const t = useTranslations("palette");
  const crumbs = listCrumbs(step.draft);
  const own = step.kind === "theme" || step.kind === "language" ? [t(`steps.${step.kind}`)] : [];
  return (
    <div className="flex items-center gap-1.5 px-2.5 pt-2.5">
      <button type="button" onClick={onBack} className={buttonClass({ variant: "quiet", size: "small" })}>
        <ChevronLeft aria-hidden className="size-3.5" />
        <span className="sr-only">{t("back")}</span>
      </button>
      <ol aria-label={t("chosen")} className="flex min-w-0 flex-wrap items-center gap-1.5">
        {[...crumbs, ...own].map((text) => (
          <li key={text} className="max-w-72 truncate rounded-sm bg-sunken px-1.5 py-0.5 font-medium text-soft text-xs">
            {text}
          </li>
        ))}
      </ol>
    </div>
  );
}

function listCrumbs({ role, place, region }: Draft): readonly string[] {
  return [
    ...(role === null ? [] : [`${role.account.accountName} / ${role.role.roleName}`]),
    ...(place === null ? [] : [placeText(place)]),
    ...(region === null ? [] : [region]),
  ];
}
