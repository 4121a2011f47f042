"use client";
import { Search, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type RefObject, useEffect, useState } from "react";
import { classNames } from "../../ui/class-names";
import { fieldClass } from "../../ui/field";
import { MAX_QUERY_LENGTH } from "./limits";

type SearchFieldProps = {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly onFocus: (hasFocus: boolean) => void;
};

/** A key as people see it. */
export function Key({ children }: { children: string }) {
  return (
    <kbd className="rounded-sm border border-line bg-sunken px-1 font-sans text-2xs text-soft leading-4">
      {children}
    </kbd>
  );
}

const isApple = () => /mac|iphone|ipad/i.test(navigator.platform);

/** Ctrl, and on Apple's keyboards the Command key; the server does not know. */
export function useModifier(): string {
  const [modifier, setModifier] = useState("Ctrl");
  useEffect(() => setModifier(isApple() ? "⌘" : "Ctrl"), []);
  return modifier;
}

/** Where a keyboard would cover half of the screen, it waits until somebody touches the field. */
function useFocusOnArrival(field: RefObject<HTMLInputElement | null>) {
  useEffect(() => {
    const isFree = document.activeElement === null || document.activeElement === document.body;
    if (isFree && matchMedia("(hover: hover) and (pointer: fine)").matches) {
      field.current?.focus({ preventScroll: true });
    }
  }, [field]);
}

/** The one field over everything that a role is known by. */
export function SearchField({ field, query, onQuery, onFocus }: SearchFieldProps) {
  const t = useTranslations("roles");
  const modifier = useModifier();
  useFocusOnArrival(field);
  return (
    <div className="relative">
      <Search aria-hidden className="pointer-events-none absolute top-5 left-3 size-4 -translate-y-1/2 text-faint" />
      <input
        ref={field}
        type="search"
        aria-label={t("search")}
        aria-describedby="role-search-keys"
        placeholder={t("searchPlaceholder")}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        dir="auto"
        enterKeyHint="search"
        value={query}
        onChange={(event) => onQuery(event.target.value)}
        onFocus={() => onFocus(true)}
        onBlur={() => onFocus(false)}
        className={classNames(fieldClass, "search-field h-10 pr-9 pl-9 text-base pointer-coarse:h-11 md:pr-72")}
      />
      <span
        aria-hidden
        className="pointer-events-none absolute top-5 right-10 flex -translate-y-1/2 items-center gap-1 text-soft text-xs max-md:hidden"
      >
        {query === "" ? (
          <Key>/</Key>
        ) : (
          <>
            <Key>↵</Key> {t("console")} <Key>{modifier}</Key>
            <Key>↵</Key> {t("credentials")}
          </>
        )}
      </span>
      {query === "" ? null : (
        <button
          type="button"
          aria-label={t("emptyField")}
          onClick={() => {
            onQuery("");
            field.current?.focus();
          }}
          className="absolute top-5 right-1.5 grid size-7 -translate-y-1/2 place-items-center rounded-md text-soft hover:bg-hover hover:text-ink pointer-coarse:size-9"
        >
          <X aria-hidden className="size-4" />
        </button>
      )}
      <span id="role-search-keys" className="sr-only">
        {t("searchKeys", { modifier })}
      </span>
      {query.length > MAX_QUERY_LENGTH ? (
        <p role="alert" className="mt-1.5 text-warn text-xs">
          {t("tooLong", { length: MAX_QUERY_LENGTH })}
        </p>
      ) : null}
    </div>
  );
}
