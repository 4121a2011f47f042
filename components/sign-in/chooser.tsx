import { UserRoundX } from "lucide-react";
import { useTranslations } from "next-intl";
import { BareShell } from "../shell/bare-shell";
import { EmptyState } from "../ui/empty-state";
import { Panel } from "../ui/panel";
import { SignInButton } from "./sign-in-button";
import { SignInNotice, type SignInNoticeCode } from "./sign-in-notice";

/** An identity provider, as far as the chooser shows it. */
export type IdpChoice = { readonly id: string; readonly name: string; readonly type: "saml" | "oidc" };

type ChooserProps = {
  readonly portalName: string;
  readonly idps: readonly IdpChoice[];
  /** From the cookie `gatehouse-last-idp`; an id that is no longer configured is ignored. */
  readonly lastIdpId: string | null;
  /** Where to go afterwards: a path of the portal, checked by the caller. */
  readonly callbackUrl: string;
  readonly notice?: { readonly code: SignInNoticeCode; readonly requestId?: string };
};

/** The sign-in page: every identity provider, the last one used first. */
export function Chooser({ portalName, idps, lastIdpId, callbackUrl, notice }: ChooserProps) {
  const t = useTranslations("signIn");
  const sorted = [...idps].sort((a, b) => Number(b.id === lastIdpId) - Number(a.id === lastIdpId));
  return (
    <BareShell portalName={portalName}>
      <div className="flex w-full max-w-sm flex-col gap-4">
        {notice === undefined ? null : <SignInNotice {...notice} />}
        <Panel className="overflow-hidden rounded-xl">
          <div className="border-line border-b px-4 pt-4 pb-3.5">
            <h1 className="text-lg">{t("title")}</h1>
            <p className="text-sm text-soft">{t("subtitle")}</p>
          </div>
          {sorted.length === 0 ? (
            <EmptyState icon={UserRoundX} title={t("noIdp")}>
              {t("noIdpHint")}
            </EmptyState>
          ) : (
            <ul className="divide-y divide-line">
              {sorted.map(({ id, name, type }) => (
                <li key={id}>
                  <SignInButton
                    idpId={id}
                    name={name}
                    hint={t(type)}
                    callbackUrl={callbackUrl}
                    isLastUsed={id === lastIdpId && idps.length > 1}
                  />
                </li>
              ))}
            </ul>
          )}
        </Panel>
        <p className="text-center text-faint text-xs">{t("noPassword")}</p>
      </div>
    </BareShell>
  );
}
