"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { maskText } from "../credentials/mask";
import { RevealButton } from "../credentials/reveal-button";
import { CopyButton } from "../ui/copy-button";
import type { MadeLease } from "./request-lease";

/** Address and token one by one, for forms and vaults that ask for them. */
export function LeaseValues({ made }: { made: MadeLease }) {
  const t = useTranslations("leases.made");
  const [isRevealed, setIsRevealed] = useState(false);
  const values = [
    { name: "url", value: made.url, shown: made.url, what: t("whatUrl"), of: "AWS_CONTAINER_CREDENTIALS_FULL_URI" },
    {
      name: "token",
      value: made.token,
      shown: isRevealed ? made.token : maskText(),
      what: t("whatToken"),
      of: "AWS_CONTAINER_AUTHORIZATION_TOKEN",
    },
  ] as const;
  return (
    <>
      <div className="flex justify-end">
        <RevealButton isRevealed={isRevealed} onReveal={() => setIsRevealed(!isRevealed)} />
      </div>
      <ul className="forced-edge divide-y divide-line rounded-md border border-line">
        {values.map(({ name, value, shown, what, of }) => (
          <li key={name} className="flex items-start gap-3 px-3 py-2">
            <div className="min-w-0 flex-1">
              <p className="font-medium text-soft text-xs">
                {t(`values.${name}`)}{" "}
                <span className="font-mono font-normal text-faint [overflow-wrap:anywhere]">{of}</span>
              </p>
              <p className="select-all font-mono text-xs leading-5 [overflow-wrap:anywhere]">{shown}</p>
            </div>
            <CopyButton text={value} what={what} />
          </li>
        ))}
      </ul>
    </>
  );
}
