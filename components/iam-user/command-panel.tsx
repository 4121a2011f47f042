"use client";
import { useId } from "react";
import { isUnscoped } from "#lib/session-policy/is-unscoped";
import { CopyButton } from "../ui/copy-button";
import { Input, Select } from "../ui/field";
import { CheckedField, describedBy } from "./checked-field";
import { COMMAND_PROBLEMS } from "./command-problem-text";
import { NO_AUTOFILL } from "./no-autofill";
import type { SessionOffer } from "./session-offer";
import { type Command, SHELLS, type ShellId, TARGETS, type TargetKind, useCommand } from "./use-command";
import type { SessionChoices } from "./use-session-choices";

type CommandPanelProps = { readonly offer: SessionOffer; readonly choices: SessionChoices };

const isShell = (text: string): text is ShellId => Object.hasOwn(SHELLS, text);
const isTarget = (text: string): text is TargetKind => Object.hasOwn(TARGETS, text);

const isNarrowed = ({ role, scope }: SessionChoices): boolean =>
  role !== null && (role.policy !== null || !isUnscoped(role.forcedScope) || !isUnscoped(scope));

/** The same, on the person's own machine: no key is typed into any page. */
export function CommandPanel({ offer, choices }: CommandPanelProps) {
  const command = useCommand(offer, choices);
  const { field = null, text = "" } = command.problem === null ? {} : COMMAND_PROBLEMS[command.problem];
  return (
    <div className="flex flex-col gap-4">
      <p className="text-sm text-soft">
        Runs the AWS CLI with the key that is on your machine already, asks for the code there, and writes what AWS
        gives. The key goes to no page, and the portal takes no part in it.
      </p>
      <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
        <SourceField command={command} problem={field === "source" ? text : undefined} />
        <ShellField command={command} />
        <KindField command={command} />
        <TargetField command={command} problem={field === "target" ? text : undefined} />
      </div>
      {command.command === null ? (
        <p className="rounded-md border border-line border-dashed px-4 py-8 text-center text-faint text-sm">
          {field === "device" || field === null ? text : "The command appears here when the fields above fit."}
        </p>
      ) : (
        <CommandBlock text={command.command} label={SHELLS[command.shell].label} />
      )}
      {isNarrowed(choices) ? (
        <p className="text-faint text-xs">
          The portal narrows its own sessions of this role by a session policy. The command does not.
        </p>
      ) : null}
      {command.kind === "dotenv" ? (
        <p className="text-faint text-xs">Only you can read the file. Keep it out of version control.</p>
      ) : null}
    </div>
  );
}

type CommandFieldProps = { readonly command: Command; readonly problem?: string | undefined };

function SourceField({ command, problem }: CommandFieldProps) {
  const id = useId();
  const hint = "Of the AWS CLI. Empty: whatever it uses by itself.";
  return (
    <CheckedField id={id} label="Profile with your key" hint={hint} problem={problem}>
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
  const hint = "Needs the AWS CLI, version 2.";
  return (
    <CheckedField id={id} label="Shell" hint={hint}>
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
  const id = useId();
  return (
    <CheckedField id={id} label="Write to">
      <Select
        id={id}
        value={command.kind}
        onChange={(event) => (isTarget(event.target.value) ? command.setKind(event.target.value) : undefined)}
      >
        {Object.entries(TARGETS).map(([key, label]) => (
          <option key={key} value={key}>
            {label}
          </option>
        ))}
      </Select>
    </CheckedField>
  );
}

function TargetField({ command, problem }: CommandFieldProps) {
  const id = useId();
  const isProfile = command.kind === "profile";
  const set = isProfile ? command.setProfile : command.setFileName;
  return (
    <CheckedField id={id} label={isProfile ? "Profile to write" : "File to write"} problem={problem}>
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
  return (
    <figure className="forced-edge overflow-hidden rounded-md border border-line">
      <figcaption className="flex items-center gap-1.5 border-line border-b bg-sunken py-1.5 pr-1.5 pl-3">
        <span className="mr-auto truncate font-mono text-soft text-xs">{label}</span>
        <CopyButton text={text} what={`command for ${label}`} look="solid" />
      </figcaption>
      <section
        aria-label={`Command for ${label}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard (WCAG 2.1.1).
        tabIndex={0}
        className="max-h-80 overflow-auto px-3 py-2.5 -outline-offset-2"
      >
        <pre className="font-mono text-xs leading-5">{text.trimEnd()}</pre>
      </section>
    </figure>
  );
}
