"use client";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";

// Long enough for the next key: nobody wants to hear each letter counted.
const QUIET_MS = 700;

/** Says how many there are when somebody stops typing or filtering; nothing on arrival. */
export function FoundStatus({ roles, accounts, isAsked }: { roles: number; accounts: number; isAsked: boolean }) {
  const t = useTranslations("roles");
  const [said, setSaid] = useState("");
  const text = !isAsked ? "" : roles === 0 ? t("nothing") : t("count", { roles, accounts });
  useEffect(() => {
    const timer = setTimeout(() => setSaid(text), QUIET_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <p role="status" className="sr-only">
      {said}
    </p>
  );
}
