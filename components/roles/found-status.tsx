"use client";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";

// Long enough for the next key: nobody wants to hear each letter counted.
const QUIET_MS = 700;

type FoundStatusProps = {
  readonly roles: number;
  readonly countAccounts: () => number;
  readonly isAsked: boolean;
};

/** Says how many there are when somebody stops typing or filtering; nothing on arrival. */
export function FoundStatus({ roles, countAccounts, isAsked }: FoundStatusProps) {
  const t = useTranslations("roles");
  const [said, setSaid] = useState("");
  useEffect(() => {
    const sayHowMany = () => (roles === 0 ? t("nothing") : t("count", { roles, accounts: countAccounts() }));
    const timer = setTimeout(() => setSaid(isAsked ? sayHowMany() : ""), QUIET_MS);
    return () => clearTimeout(timer);
  }, [t, roles, countAccounts, isAsked]);
  return (
    <p role="status" className="sr-only">
      {said}
    </p>
  );
}
