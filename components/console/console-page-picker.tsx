"use client";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useLayoutEffect, useMemo, useRef } from "react";
import { listConsoleServices } from "#lib/aws/console-services";
import type { Partition } from "#lib/aws/partition";
import { Field, Input } from "../ui/field";
import { CONSOLE_HOME, type ConsoleChoice } from "./console-choice";
import { ConsolePageOptions } from "./console-page-options";
import { listConsolePlaces } from "./console-places";
import { usePagePicker } from "./use-page-picker";

type ConsolePagePickerProps = {
  readonly id: string;
  /** The form that has to wait until what was typed is a page. */
  readonly formId: string;
  readonly partition: Partition;
  readonly choice: ConsoleChoice;
  readonly onChange: (choice: ConsoleChoice) => void;
};

/** Where in the console to arrive: a service or a page of one, searched by name or abbreviation, or a link from the console. */
export function ConsolePagePicker({ id, formId, partition, choice, onChange }: ConsolePagePickerProps) {
  const t = useTranslations("console");
  const pageName = useTranslations("services.pages");
  const places = useMemo(() => listConsolePlaces(listConsoleServices(partition), pageName), [partition, pageName]);
  const field = useRef<HTMLInputElement>(null);
  const picker = usePagePicker(places, choice, onChange);
  useLayoutEffect(() => {
    field.current?.setCustomValidity(choice.kind === "typed" ? t("pageUnknown") : "");
  }, [choice, t]);
  return (
    <Field id={id} label={t("page")}>
      <div className="relative">
        <Input
          ref={field}
          id={id}
          form={formId}
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={picker.isShown}
          aria-controls={`${id}-list`}
          aria-activedescendant={picker.isShown ? `${id}-${picker.at}` : undefined}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          placeholder={t("pagePlaceholder")}
          className="pr-8"
          value={picker.text}
          onChange={(event) => picker.type(event.target.value)}
          onClick={picker.open}
          onBlur={picker.leave}
          onKeyDown={picker.onKeyDown}
        />
        {choice.kind === "home" ? null : (
          <button
            type="button"
            className="absolute inset-y-0 right-0 grid w-8 place-items-center rounded-md text-faint hover:text-ink pointer-coarse:w-10"
            onClick={() => {
              onChange(CONSOLE_HOME);
              field.current?.focus();
            }}
          >
            <X aria-hidden className="size-3.5" />
            <span className="sr-only">{t("clearPage")}</span>
          </button>
        )}
      </div>
      {picker.isShown ? <ConsolePageOptions id={id} field={field} {...picker} onPick={picker.pick} /> : null}
      <p role="status" className="sr-only">
        {choice.kind === "typed" ? t("pagesFound", { count: picker.found.length }) : ""}
      </p>
    </Field>
  );
}
