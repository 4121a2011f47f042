"use client";
import { useTranslations } from "next-intl";
import type { Credentials } from "#lib/aws/credentials";
import { CopyButton } from "../ui/copy-button";
import { maskText } from "./mask";
import { type Reveal, RevealButton } from "./reveal-button";

type SecretValuesProps = Reveal & { readonly credentials: Credentials };

export function SecretValues({ credentials, isRevealed, onReveal }: SecretValuesProps) {
  const t = useTranslations("credentials.secrets");
  const values = [
    { name: "accessKeyId", value: credentials.accessKeyId, isSecret: false },
    { name: "secretAccessKey", value: credentials.secretAccessKey, isSecret: true },
    { name: "sessionToken", value: credentials.sessionToken, isSecret: true },
  ] as const;
  return (
    <>
      <div className="flex items-center justify-between gap-4">
        <p className="text-sm text-soft">{t("together")}</p>
        <RevealButton isRevealed={isRevealed} onReveal={onReveal} />
      </div>
      <ul className="forced-edge divide-y divide-line rounded-md border border-line">
        {values.map(({ name, value, isSecret }) => (
          <li key={name} className="flex items-start gap-3 px-3 py-2">
            <div className="min-w-0 flex-1">
              <p className="font-medium text-soft text-xs">{t(name)}</p>
              <p className="select-all font-mono text-xs leading-5 [overflow-wrap:anywhere]">
                {isSecret && !isRevealed ? maskText() : value}
              </p>
            </div>
            <CopyButton text={value} what={t(`what.${name}`)} />
          </li>
        ))}
      </ul>
    </>
  );
}
