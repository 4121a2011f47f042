"use client";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { isUnscoped } from "#lib/session-policy/is-unscoped";
import { CopyButton } from "../ui/copy-button";
import { Input, Select } from "../ui/field";
import { CheckedField, describedBy } from "./checked-field";
import { COMMAND_PROBLEM_FIELDS } from "./command-problem-field";
import { NO_AUTOFILL } from "./no-autofill";
import type { SessionOffer } from "./session-offer";
import { type Command, SHELLS, type ShellId, TARGETS, type TargetKind, useCommand } from "./use-command";
import type { SessionChoices } from "./use-session-choices";

type CommandPanelProps = { readonly offer: SessionOffer; readonly choices: SessionChoices };

const isShell = (text: string): text is ShellId => Object.hasOwn(SHELLS, text);
const isTarget = (text: string): text is TargetKind => TARGETS.some((kind) => kind === text);

const isNarrowed = ({ role, scope }: SessionChoices): boolean =>
  role !== null && (role.policy !== null || !isUnscoped(role.forcedScope) || !isUnscoped(scope));

/** The same, on the person's own machine: no key is typed into any page. */
export function CommandPanel({ offer, choices }: CommandPanelProps) {
  const command = useCommand(offer, choices);
  const t = useTranslations("iamUser.command");
  const field = command.problem === null ? null : COMMAND_PROBLEM_FIELDS[command.problem];
  const text = command.problem === null ? "" : t(`problems.${command.problem}`);
  return (
    <div className="flex flex-col gap-4">
      <p className="text-sm text-soft">{t("intro")}</p>
      <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
        <SourceField command={command} problem={field === "source" ? text : undefined} />
        <ShellField command={command} />
        <KindField command={command} />
        <TargetField command={command} problem={field === "target" ? text : undefined} />
      </div>
      {command.command === null ? (
        <p className="rounded-md border border-line border-dashed px-4 py-8 text-center text-faint text-sm">
          {field === "device" || field === null ? text : t("appears")}
        </p>
      ) : (
        <CommandBlock text={command.command} label={SHELLS[command.shell].label} />
      )}
      {isNarrowed(choices) ? <p className="text-faint text-xs">{t("notNarrowed")}</p> : null}
      {command.kind === "dotenv" ? <p className="text-faint text-xs">{t("dotenvHint")}</p> : null}
    </div>
  );
}

type CommandFieldProps = { readonly command: Command; readonly problem?: string | undefined };

function SourceField({ command, problem }: CommandFieldProps) {
  const id = useId();
  const t = useTranslations("iamUser.command");
  const hint = t("sourceHint");
  return (
    <CheckedField id={id} label={t("source")} hint={hint} problem={problem}>
      <Input
        id={id}
        className="font-mono"
        value={command.sourceProfile}
        onChange={(event) => command.setSourceProfile(event.target.value)}
        {...describedBy(id, { hint, problem })}
        {...NO_AUTOFILL}
      />
    </CheckedField>
  );
}

function ShellField({ command }: CommandFieldProps) {
  const id = useId();
  const t = useTranslations("iamUser.command");
  const hint = t("shellHint");
  return (
    <CheckedField id={id} label={t("shell")} hint={hint}>
      <Select
        id={id}
        value={command.shell}
        onChange={(event) => (isShell(event.target.value) ? command.setShell(event.target.value) : undefined)}
        {...describedBy(id, { hint })}
      >
        {Object.entries(SHELLS).map(([key, { label }]) => (
          <option key={key} value={key}>
            {label}
          </option>
        ))}
      </Select>
    </CheckedField>
  );
}

function KindField({ command }: CommandFieldProps) {
  const t = useTranslations("iamUser.command");
  const id = useId();
  return (
    <CheckedField id={id} label={t("kind")}>
      <Select
        id={id}
        value={command.kind}
        onChange={(event) => (isTarget(event.target.value) ? command.setKind(event.target.value) : undefined)}
      >
        {TARGETS.map((kind) => (
          <option key={kind} value={kind}>
            {t(`targets.${kind}`)}
          </option>
        ))}
      </Select>
    </CheckedField>
  );
}

function TargetField({ command, problem }: CommandFieldProps) {
  const t = useTranslations("iamUser.command");
  const id = useId();
  const isProfile = command.kind === "profile";
  const set = isProfile ? command.setProfile : command.setFileName;
  return (
    <CheckedField id={id} label={t(isProfile ? "profile" : "file")} problem={problem}>
      <Input
        id={id}
        className="font-mono"
        value={isProfile ? command.profile : command.fileName}
        onChange={(event) => set(event.target.value)}
        {...describedBy(id, { problem })}
        {...NO_AUTOFILL}
      />
    </CheckedField>
  );
}

function CommandBlock({ text, label }: { text: string; label: string }) {
  const t = useTranslations("iamUser.command");
  return (
    <figure className="forced-edge overflow-hidden rounded-md border border-line">
      <figcaption className="flex items-center gap-1.5 border-line border-b bg-sunken py-1.5 pr-1.5 pl-3">
        <span className="mr-auto truncate font-mono text-soft text-xs">{label}</span>
        <CopyButton text={text} what={t("copy", { shell: label })} look="solid" />
      </figcaption>
      <section
        aria-label={t("block", { shell: label })}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard (WCAG 2.1.1).
        tabIndex={0}
        className="max-h-80 overflow-auto px-3 py-2.5 -outline-offset-2"
      >
        <pre className="font-mono text-xs leading-5">{text.trimEnd()}</pre>
      </section>
    </figure>
  );
}
