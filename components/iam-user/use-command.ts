import { useState } from "react";
import { type CommandRole, type CommandTarget, planCommand } from "#lib/credentials/iam-user-command";
import { formatPosixCommand } from "#lib/credentials/iam-user-posix";
import { formatPowershellCommand } from "#lib/credentials/iam-user-powershell";
import { defaultProfileName } from "#lib/credentials/profile-name";
import type { SessionOffer } from "./session-offer";
import type { SessionChoices } from "./use-session-choices";

/** The shells that the command is written for. */
export const SHELLS = {
  posix: { label: "bash, zsh", format: formatPosixCommand },
  powershell: { label: "PowerShell", format: formatPowershellCommand },
} as const;
export type ShellId = keyof typeof SHELLS;

export const TARGETS = ["profile", "dotenv"] as const;
export type TargetKind = (typeof TARGETS)[number];

const endpointOf = ({ stsEndpoint }: SessionOffer, region: string) =>
  stsEndpoint?.replaceAll("{region}", region) ?? null;

/** With the reason as the session tag that the portal would make of it. */
function toCommandRole({ role, reason }: SessionChoices): CommandRole | null {
  if (role === null || role.reason === null || reason === "") return role;
  return { ...role, tags: [...role.tags, { key: role.reason.tag, value: reason }] };
}

/** Names follow the role until somebody types their own. */
export function useCommand(offer: SessionOffer, choices: SessionChoices) {
  const [shell, setShell] = useState<ShellId>("posix");
  const [kind, setKind] = useState<TargetKind>("profile");
  const [sourceProfile, setSourceProfile] = useState("default");
  const [typedProfile, setProfile] = useState<string | null>(null);
  const [fileName, setFileName] = useState(".env");
  const profile = typedProfile ?? (choices.role === null ? "mfa" : defaultProfileName(choices.role));
  const target: CommandTarget = kind === "profile" ? { kind, profile } : { kind, fileName };
  const { device, durationSeconds, region } = choices;
  const role = toCommandRole(choices);
  const endpointUrl = endpointOf(offer, region);
  const parts = planCommand({ device, durationSeconds, region, endpointUrl, sourceProfile, target, role });
  return {
    ...{ shell, setShell, kind, setKind, sourceProfile, setSourceProfile, profile, setProfile, fileName, setFileName },
    command: parts.ok ? SHELLS[shell].format(parts.value) : null,
    problem: parts.ok ? null : parts.error,
  };
}

export type Command = ReturnType<typeof useCommand>;
