"use client";
import { useTranslations } from "next-intl";
import { Button } from "../ui/button";
import { Input } from "../ui/field";
import { useDurationText } from "../ui/use-duration-text";
import { fromLocalField, toLocalField, UNTIL_SECONDS, untilIn } from "./until-times";

type UntilPickerProps = {
  readonly id: string;
  readonly until: string;
  readonly hasProblem: boolean;
  readonly onChange: (until: string) => void;
};

/** A span from now, or a time of the reader's own clock. */
export function UntilPicker({ id, until, hasProblem, onChange }: UntilPickerProps) {
  const t = useTranslations("scope");
  const durationText = useDurationText();
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      {UNTIL_SECONDS.map((seconds) => (
        <Button key={seconds} onClick={() => onChange(untilIn(seconds, new Date()))}>
          {t.rich("in", { time: durationText(seconds), hidden: (words) => <span className="sr-only">{words}</span> })}
        </Button>
      ))}
      <Input
        id={`${id}-time`}
        type="datetime-local"
        aria-label={t("untilLabel")}
        aria-invalid={hasProblem}
        aria-describedby={`${id}-problem`}
        className="max-w-52"
        value={toLocalField(until)}
        onChange={(event) => {
          const chosen = fromLocalField(event.target.value);
          if (chosen !== null) onChange(chosen);
        }}
      />
    </div>
  );
}
