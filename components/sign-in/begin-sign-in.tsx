"use client";
import { signIn } from "next-auth/react";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { BareShell } from "../shell/bare-shell";
import { Panel } from "../ui/panel";
import type { IdpChoice } from "./chooser";
import { SignInButton } from "./sign-in-button";

type BeginSignInProps = { readonly portalName: string; readonly idp: IdpChoice; readonly callbackUrl: string };

/** Goes straight on to one identity provider, once; the button is for whoever comes back by "back". */
export function BeginSignIn({ portalName, idp, callbackUrl }: BeginSignInProps) {
  const t = useTranslations("signIn");
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    void signIn(idp.id, { callbackUrl }).catch(() => undefined);
  }, [idp.id, callbackUrl]);
  return (
    <BareShell portalName={portalName}>
      <div className="flex w-full max-w-sm flex-col gap-4">
        <Panel className="overflow-hidden rounded-xl">
          <div className="border-line border-b px-4 pt-4 pb-3.5">
            <h1 className="text-lg">{t("oneMoment")}</h1>
            <p role="status" className="text-sm text-soft">
              {t("goingOn", { idp: idp.name })}
            </p>
          </div>
          <SignInButton
            idpId={idp.id}
            name={idp.name}
            hint={t("byHand")}
            callbackUrl={callbackUrl}
            isLastUsed={false}
          />
        </Panel>
      </div>
    </BareShell>
  );
}
