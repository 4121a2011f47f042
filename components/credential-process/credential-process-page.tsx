import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { TerminalPage } from "../terminal/terminal-page";
import { HelperGuide } from "./helper-guide";
import type { HelperOffer } from "./helper-offer";

/** The page `/terminal/credential-process`: a program of the portal's for tools that know no other way to it. */
export function CredentialProcessPage({ offer }: { readonly offer: HelperOffer }) {
  const t = useTranslations("credentialProcess");
  return (
    <TerminalPage title={t("title")} lead={t("lead")}>
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,44rem)_minmax(0,1fr)]">
        <HelperGuide offer={offer} />
        <Points />
      </div>
    </TerminalPage>
  );
}

const POINTS = ["when", "keeps", "signOut", "ssh", "alone", "seen"] as const;

function Points() {
  const t = useTranslations("credentialProcess.points");
  const tags = { code: (chunks: ReactNode) => <code className="font-mono text-ink text-xs">{chunks}</code> };
  return (
    <dl className="flex flex-col gap-4 text-sm lg:pt-1">
      {POINTS.map((point) => (
        <div key={point} className="max-w-prose">
          <dt className="font-medium">{t(`${point}.title`)}</dt>
          <dd className="mt-0.5 text-soft">{t.rich(`${point}.text`, tags)}</dd>
        </div>
      ))}
    </dl>
  );
}
