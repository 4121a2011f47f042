import { TerminalSquare } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { KnownUserAgent } from "#lib/audit/user-agent";
import { BareShell } from "../shell/bare-shell";
import { buttonClass } from "../ui/button";
import { LocalTime } from "../ui/local-time";
import { Notice } from "../ui/notice";
import { Panel } from "../ui/panel";
import { useProgramText } from "./use-program-text";

/** Of a request by code: it may come from any machine, whoever passed the code on. */
export type AskedByDevice = {
  readonly program: KnownUserAgent | null;
  readonly address: string | null;
  readonly network: "same" | "private" | "elsewhere" | "unknown";
  readonly askedAt: string;
};

type ApprovalProps = {
  readonly portalName: string;
  readonly action: "/api/device" | "/api/authorize";
  readonly clientName: string;
  readonly roleCount: number;
  readonly accountCount: number;
  readonly lastsUntil: string;
  readonly endsSoon: boolean;
  /** What goes back with the person's word. */
  readonly fields: Readonly<Record<string, string>>;
  readonly userCode?: string;
  readonly device?: AskedByDevice;
};

/** A command line asks to be signed in: who, from where, for how long, to do what. Nothing is chosen in advance. */
export function Approval(props: ApprovalProps) {
  const { portalName, action, fields, userCode, device, endsSoon } = props;
  const t = useTranslations("device");
  return (
    <BareShell portalName={portalName}>
      <Panel className="w-full max-w-xl overflow-hidden rounded-xl">
        <div className="flex items-start gap-3 border-line border-b px-5 py-4">
          <TerminalSquare aria-hidden className="mt-0.5 size-5 shrink-0 text-faint" />
          <div className="min-w-0">
            <h1 className="text-lg">{t("question")}</h1>
            <p className="text-soft text-sm">{userCode === undefined ? t("leadBrowser") : t("leadDevice")}</p>
          </div>
        </div>
        {userCode === undefined ? null : <Code userCode={userCode} />}
        <Facts {...props} />
        {device === undefined || device.network === "same" ? null : <Warning about="otherAddress" />}
        {endsSoon ? <Warning about="endsSoon" /> : null}
        <form method="post" action={action} className="flex flex-wrap gap-2 bg-sunken px-5 py-3.5">
          {Object.entries(fields).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <button type="submit" name="decision" value="allowed" className={buttonClass({ variant: "solid" })}>
            {t("allow")}
          </button>
          <button type="submit" name="decision" value="refused" className={buttonClass()}>
            {t("refuse")}
          </button>
        </form>
      </Panel>
      <p className="mt-4 max-w-xl text-center text-faint text-xs">{t("notYou")}</p>
    </BareShell>
  );
}

function Warning({ about }: { about: "otherAddress" | "endsSoon" }) {
  const t = useTranslations("device");
  return (
    <div className="px-5 pb-4">
      <Notice tone="warn" title={t(`${about}.title`)}>
        {t(`${about}.body`)}
      </Notice>
    </div>
  );
}

function Code({ userCode }: { userCode: string }) {
  const t = useTranslations("device");
  return (
    <div className="border-line border-b bg-sunken px-5 py-4 text-center">
      <p className="text-sm text-soft">{t("compare")}</p>
      <p className="mt-1 select-all font-mono font-semibold text-2xl tracking-[0.12em]">{userCode}</p>
    </div>
  );
}

function Facts({ clientName, device, roleCount, accountCount, lastsUntil }: ApprovalProps) {
  const t = useTranslations("device");
  const program = useProgramText();
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-5 gap-y-2.5 px-5 py-4 text-sm">
      <Fact label={t("who")}>
        <span className="block font-medium">{program(device?.program ?? null)}</span>
        <span className="text-soft text-xs">
          {t.rich("callsItself", {
            name: () => <bdi className="font-mono text-xs [overflow-wrap:anywhere]">{clientName}</bdi>,
          })}
        </span>
      </Fact>
      <Fact label={t("from")}>
        {device === undefined ? (
          t("thisComputer")
        ) : (
          <>
            <span className="font-mono text-xs tabular-nums">{device.address ?? t("unknownAddress")}</span>
            <span className="block text-soft text-xs">{t(`network.${device.network}`)}</span>
          </>
        )}
      </Fact>
      {device === undefined ? null : (
        <Fact label={t("asked")}>
          <LocalTime at={device.askedAt} />
        </Fact>
      )}
      <Fact label={t("until")}>
        <LocalTime at={lastsUntil} />
        <span className="block text-soft text-xs">{t("endsWithYou")}</span>
      </Fact>
      <Fact label={t("reach")}>
        {t("canDo", { roles: roleCount, accounts: accountCount })}
        <span className="block text-soft text-xs">{t("asYou")}</span>
      </Fact>
    </dl>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-faint">{label}</dt>
      <dd className="min-w-0">{children}</dd>
    </>
  );
}
