"use client";
import { useTranslations } from "next-intl";
import { classNames } from "../ui/class-names";
import { usePreferences } from "./preferences-context";

/** Why a change was taken back, beside what was pressed. Empty until then: a screen reader hears what arrives. */
export function PreferenceProblem({ about, className }: { about: string; className?: string }) {
  const t = useTranslations("preferences");
  const { problem } = usePreferences();
  const isHere = problem?.about === about;
  return (
    <span role="alert" className={classNames(isHere && "animate-arrive text-danger text-xs", isHere && className)}>
      {isHere ? (problem.words ?? t("offline")) : null}
    </span>
  );
}
