"use client";
import type { Credentials } from "#lib/aws/credentials";
import { CopyButton } from "../ui/copy-button";
import { maskText } from "./mask";
import { type Reveal, RevealButton } from "./reveal-button";

type SecretValuesProps = Reveal & { readonly credentials: Credentials };

export function SecretValues({ credentials, isRevealed, onReveal }: SecretValuesProps) {
  const values = [
    { label: "Access key ID", value: credentials.accessKeyId, isSecret: false },
    { label: "Secret access key", value: credentials.secretAccessKey, isSecret: true },
    { label: "Session token", value: credentials.sessionToken, isSecret: true },
  ];
  return (
    <>
      <div className="flex items-center justify-between gap-4">
        <p className="text-sm text-soft">All three are needed together.</p>
        <RevealButton isRevealed={isRevealed} onReveal={onReveal} />
      </div>
      <ul className="forced-edge divide-y divide-line rounded-md border border-line">
        {values.map(({ label, value, isSecret }) => (
          <li key={label} className="flex items-start gap-3 px-3 py-2">
            <div className="min-w-0 flex-1">
              <p className="font-medium text-soft text-xs">{label}</p>
              <p className="select-all font-mono text-xs leading-5 [overflow-wrap:anywhere]">
                {isSecret && !isRevealed ? maskText() : value}
              </p>
            </div>
            <CopyButton text={value} what={label.toLowerCase()} />
          </li>
        ))}
      </ul>
    </>
  );
}
