import { CircleCheck, CircleSlash } from "lucide-react";
import { useTranslations } from "next-intl";
import { BareShell } from "../shell/bare-shell";
import { ButtonLink } from "../ui/button";
import { classNames } from "../ui/class-names";
import { Panel } from "../ui/panel";

/** After the person's word: the rest happens in the terminal. */
export function Decided({ portalName, decision }: { portalName: string; decision: "allowed" | "refused" }) {
  const t = useTranslations("device.decided");
  const isAllowed = decision === "allowed";
  const Icon = isAllowed ? CircleCheck : CircleSlash;
  return (
    <BareShell portalName={portalName}>
      <Panel className="flex w-full max-w-md flex-col items-center gap-3 rounded-xl p-6 text-center">
        <Icon aria-hidden className={classNames("size-9", isAllowed ? "text-good" : "text-faint")} />
        <h1 className="text-lg">{t(`${decision}.title`)}</h1>
        <p role="status" className="text-soft">
          {t(`${decision}.body`)}
        </p>
        <div className="mt-2 flex flex-wrap justify-center gap-2">
          <ButtonLink href="/sessions">{t("sessions")}</ButtonLink>
          <ButtonLink href="/">{t("roles")}</ButtonLink>
        </div>
      </Panel>
    </BareShell>
  );
}
