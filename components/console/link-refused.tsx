import { Compass, ShieldX } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { BareShell } from "../shell/bare-shell";
import { ButtonLink, buttonClass } from "../ui/button";
import { CopyButton } from "../ui/copy-button";
import { Panel } from "../ui/panel";
import { buildGoPath } from "./go-address";

type Own = {
  readonly account: { readonly accountId: string; readonly accountName: string };
  readonly roleNames: readonly string[];
};

type NoAccessProps = {
  readonly portalName: string;
  /** As the link wrote them: nothing is known of whether there are such an account and role. */
  readonly asked: { readonly account: string; readonly role: string };
  readonly own: Own | null;
  readonly person: string;
  readonly idpName: string;
  /** The page or Region that the link wrote; taken along where the person has another role for it. */
  readonly place: string;
  /** `portal.support` of the configuration. */
  readonly support: { readonly text: string; readonly url?: string | undefined } | null;
};

/**
 * A link to what the person does not hold. An account or role that is unknown, and one that is not theirs, read the same:
 * the words depend on what they sent and on what they hold, and on nothing else.
 */
export function NoAccess({ portalName, asked, own, person, idpName, place, support }: NoAccessProps) {
  const t = useTranslations("go");
  const summary = t("summary", { person, account: asked.account, role: asked.role === "" ? "–" : asked.role });
  return (
    <RefusedPage portalName={portalName} icon="refused" title={t("noAccessTitle")}>
      <p className="text-soft">{t("noAccess", { idpName })}</p>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-5 gap-y-1.5 text-sm">
        <dt className="text-faint">{t("account")}</dt>
        <Asked text={asked.account} />
        <dt className="text-faint">{t("role")}</dt>
        {asked.role === "" ? <dd className="text-soft">{t("anyRole")}</dd> : <Asked text={asked.role} />}
      </dl>
      <p className="text-faint text-xs">{t("saysNothing")}</p>
      {own === null || own.roleNames.length === 0 ? null : <OwnRoles own={own} place={place} />}
      <section>
        <h2 className="text-sm">{t("whomToAsk")}</h2>
        <p className="mt-0.5 text-sm text-soft">{support?.text ?? t("askAdministrator")}</p>
        <div className="mt-3 flex flex-wrap items-center gap-2">
          {support?.url === undefined ? null : (
            <a href={support.url} className={buttonClass({ variant: "solid", size: "small" })}>
              {t("askForAccess")}
            </a>
          )}
          <CopyButton text={summary} what={t("summaryWhat")} label={t("copySummary")} />
        </div>
      </section>
    </RefusedPage>
  );
}

function Asked({ text }: { text: string }) {
  return (
    <dd data-asked className="min-w-0 font-mono text-xs leading-5 [overflow-wrap:anywhere]">
      <bdi>{text}</bdi>
    </dd>
  );
}

function OwnRoles({ own: { account, roleNames }, place }: { own: Own; place: string }) {
  const t = useTranslations("go");
  return (
    <section>
      <h2 className="text-sm">{t("ownRoles", { account: account.accountName })}</h2>
      <ul className="mt-2 flex flex-wrap gap-2">
        {roleNames.map((role) => (
          <li key={role}>
            <ButtonLink href={buildGoPath({ account: account.accountId, role, destination: place })} size="small">
              {role}
            </ButtonLink>
          </li>
        ))}
      </ul>
    </section>
  );
}

const ICONS = {
  refused: { icon: ShieldX, look: "bg-danger-soft text-danger" },
  elsewhere: { icon: Compass, look: "bg-warn-soft text-warn" },
} as const;

type RefusedPageProps = {
  readonly portalName: string;
  readonly icon: keyof typeof ICONS;
  readonly title: string;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
};

/** A link that leads nowhere, why, and what can be done instead. */
export function RefusedPage({ portalName, icon, title, children, actions }: RefusedPageProps) {
  const t = useTranslations("go");
  const { icon: Icon, look } = ICONS[icon];
  return (
    <BareShell portalName={portalName}>
      <Panel className="w-full max-w-xl overflow-hidden rounded-xl">
        <div className="flex flex-col gap-4 p-5 sm:p-6">
          <div className="flex items-center gap-3">
            <span aria-hidden className={`grid size-9 shrink-0 place-items-center rounded-md ${look}`}>
              <Icon className="size-5" />
            </span>
            <h1 className="min-w-0 text-lg">{title}</h1>
          </div>
          {children}
        </div>
        <div className="flex flex-wrap gap-2 bg-sunken px-5 py-3.5 sm:px-6">
          {actions}
          <ButtonLink href="/">{t("back")}</ButtonLink>
        </div>
      </Panel>
    </BareShell>
  );
}
