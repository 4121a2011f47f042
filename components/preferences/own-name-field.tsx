"use client";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Input } from "../ui/field";
import { keyOf } from "./change-preferences";
import { PreferenceProblem } from "./preference-problem";
import type { RolePreference } from "./preferences";
import { usePreferences } from "./preferences-context";

const MAX_CHARACTERS = 60;

/** A person's own name for a role: kept with Enter or on leaving, given up with Escape; empty takes it away. */
export function OwnNameField({ preference, where }: { preference: RolePreference; where: string }) {
  const t = useTranslations("preferences");
  const { rename } = usePreferences();
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const { accountId, roleName, alias } = preference;
  const keep = () => {
    const name = draft?.trim() ?? alias ?? "";
    setDraft(null);
    if (name !== (alias ?? "")) rename(accountId, roleName, name === "" ? null : name);
  };
  return (
    <div className="flex min-w-0 flex-col gap-1 max-sm:col-span-full max-sm:ml-10">
      <label htmlFor={id} className="sr-only">
        {t("ownName", { role: where })}
      </label>
      <Input
        id={id}
        value={draft ?? alias ?? ""}
        maxLength={MAX_CHARACTERS}
        placeholder={t("ownNameHint")}
        autoComplete="off"
        dir="auto"
        onChange={(event) => setDraft(event.target.value)}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === "Enter") keep();
          if (event.key === "Escape") setDraft(null);
        }}
      />
      <PreferenceProblem about={keyOf(preference)} />
    </div>
  );
}
