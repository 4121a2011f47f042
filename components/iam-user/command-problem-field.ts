import type { CommandProblem } from "#lib/credentials/iam-user-command";

/** Which field a problem belongs to; null for none of them. */
export const COMMAND_PROBLEM_FIELDS: Readonly<Record<CommandProblem, "device" | "source" | "target" | null>> = {
  device: "device",
  source_profile: "source",
  profile: "target",
  profile_is_source: "target",
  file_name: "target",
  region: null,
  endpoint: null,
};
