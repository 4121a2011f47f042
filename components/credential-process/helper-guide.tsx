"use client";
import { Content, List, Root, Trigger } from "@radix-ui/react-tabs";
import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { buttonClass } from "../ui/button";
import { Notice } from "../ui/notice";
import { Panel } from "../ui/panel";
import { CommandBlock } from "./command-block";
import { type Commands, isSystem, SYSTEMS, type SystemId } from "./commands";
import type { HelperOffer, HelperRole } from "./helper-offer";
import { RoleChoice } from "./role-choice";

/** Nothing about an account: for somebody who holds no role yet. The account is the one of AWS's own documentation. */
const MADE_UP: HelperRole = {
  accountId: "111122223333",
  accountName: "example-account",
  roleName: "Developer",
  region: "us-east-1",
  isFavourite: false,
};

/** What to run, on the machine that one has. */
export function HelperGuide({ offer }: { readonly offer: HelperOffer }) {
  const t = useTranslations("credentialProcess");
  const [system, setSystem] = useState<SystemId>("linux");
  const [role, setRole] = useState(offer.roles[0] ?? MADE_UP);
  const commands = SYSTEMS[system].commands(offer, role);
  return (
    <Panel>
      <Root value={system} onValueChange={(text) => (isSystem(text) ? setSystem(text) : undefined)}>
        <List aria-label={t("system")} className="flex gap-1 border-line border-b px-3 pt-2">
          {Object.entries(SYSTEMS).map(([id, { label }]) => (
            <Trigger
              key={id}
              value={id}
              className="-mb-px border-transparent border-b-2 px-2 pt-1 pb-2 font-medium text-sm text-soft -outline-offset-2 hover:text-ink data-[state=active]:border-ink data-[state=active]:text-ink"
            >
              {label}
            </Trigger>
          ))}
        </List>
        <Content value={system} tabIndex={-1} className="flex flex-col gap-7 p-4 sm:p-5">
          {system === "windows" ? <Notice>{t("onlyParsed")}</Notice> : null}
          <Step number={1} title={t("install.title")}>
            <Install commands={commands} portalUrl={offer.portalUrl} />
          </Step>
          <Step number={2} title={t("profile.title")}>
            {offer.roles.length === 0 ? (
              <p className="text-sm text-soft">{t("role.none")}</p>
            ) : (
              <RoleChoice roles={offer.roles} chosen={role} onChoose={setRole} />
            )}
            <CommandBlock
              {...shellOf(system)}
              text={commands.configure}
              what={t("profile.what")}
              label={t("profile.title")}
            />
            <p className="text-sm text-soft">{t("profile.result")}</p>
            <CommandBlock name="~/.aws/config" text={commands.profile} label={t("profile.resultLabel")} wraps />
          </Step>
          <Step number={3} title={t("use.title")}>
            <CommandBlock {...shellOf(system)} text={commands.use} what={t("use.what")} label={t("use.title")} />
            <p className="text-sm text-soft">{t("use.text")}</p>
          </Step>
        </Content>
      </Root>
    </Panel>
  );
}

const shellOf = (system: SystemId) => ({ name: system === "windows" ? "PowerShell" : "sh" });

function Step({ number, title, children }: { number: number; title: string; children: ReactNode }) {
  return (
    <section className="flex min-w-0 flex-col gap-3">
      <h2 className="flex items-center gap-2.5 text-base">
        <span
          aria-hidden
          className="grid size-5 shrink-0 place-items-center rounded-full border border-edge font-mono text-2xs text-soft"
        >
          {number}
        </span>
        {title}
      </h2>
      {children}
    </section>
  );
}

/** The address of the program, and what it has to be. */
function Install({ commands, portalUrl }: { readonly commands: Commands; readonly portalUrl: string }) {
  const t = useTranslations("credentialProcess.install");
  const { file, checksum, install } = commands;
  return (
    <>
      <p className="text-sm text-soft">{t("text")}</p>
      <CommandBlock
        name={file.endsWith("ps1") ? "PowerShell" : "sh"}
        text={install}
        what={t("what")}
        label={t("title")}
      />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <a href={`${portalUrl}/api/cli/helper/${file}`} download={file} className={buttonClass({ size: "small" })}>
          <Download aria-hidden className="size-3.5" />
          {t("download", { file })}
        </a>
        <p className="min-w-0 text-faint text-xs">
          SHA-256{" "}
          <code className="select-all break-words font-mono text-soft [overflow-wrap:anywhere]">{checksum}</code>
        </p>
      </div>
    </>
  );
}
