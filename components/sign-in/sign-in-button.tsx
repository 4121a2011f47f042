"use client";
import { ArrowRight } from "lucide-react";
import { signIn } from "next-auth/react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Badge } from "../ui/badge";
import { Spinner } from "../ui/spinner";

type SignInButtonProps = {
  readonly idpId: string;
  readonly name: string;
  readonly hint: string;
  readonly callbackUrl: string;
  readonly isLastUsed: boolean;
};

/** Starts the sign-in. It stays pending until the browser has left, and is fresh again when the person comes back. */
export function SignInButton({ idpId, name, hint, callbackUrl, isLastUsed }: SignInButtonProps) {
  const t = useTranslations("signIn");
  const [state, setState] = useState<"idle" | "leaving" | "failed">("idle");
  useEffect(() => {
    // "Back" brings the page out of the back/forward cache as it was left.
    const reset = () => setState("idle");
    window.addEventListener("pageshow", reset);
    return () => window.removeEventListener("pageshow", reset);
  }, []);
  const start = async () => {
    if (state === "leaving") return;
    setState("leaving");
    await signIn(idpId, { callbackUrl }).catch(() => setState("failed"));
  };
  return (
    <>
      <button
        type="button"
        aria-disabled={state === "leaving"}
        onClick={start}
        className="group flex w-full items-center gap-3 px-4 py-3 text-left transition-colors -outline-offset-2 hover:bg-hover"
      >
        <span
          aria-hidden
          className="grid size-9 shrink-0 place-items-center rounded-md border border-line bg-sunken font-semibold text-soft"
        >
          {([...name][0] ?? "").toUpperCase()}
        </span>
        <span className="min-w-0 flex-1">
          <span className="flex items-center gap-2">
            <span className="truncate font-medium">{name}</span>
            {isLastUsed ? <Badge tone="accent">{t("lastUsed")}</Badge> : null}
          </span>
          <span className="block truncate text-soft text-xs">{state === "leaving" ? t("opening") : hint}</span>
        </span>
        <span className="text-faint group-hover:text-ink">
          {state === "leaving" ? <Spinner /> : <ArrowRight aria-hidden className="size-4" />}
        </span>
      </button>
      <span role="status" className="sr-only">
        {state === "leaving" ? t("openingOf", { idp: name }) : ""}
      </span>
      {state === "failed" ? (
        <p role="alert" className="px-4 pb-3 text-danger text-sm">
          {t("unreachable")}
        </p>
      ) : null}
    </>
  );
}
