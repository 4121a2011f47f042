import type { CommandProblem } from "#lib/credentials/iam-user-command";

/** Which field a problem belongs to, and what it says there. */
export const COMMAND_PROBLEMS: Readonly<
  Record<CommandProblem, { readonly field: "device" | "source" | "target" | null; readonly text: string }>
> = {
  device: { field: "device", text: "Fill in the MFA device above, and the command appears here." },
  source_profile: { field: "source", text: "Letters, digits and _ . @ / + = - only." },
  profile: {
    field: "target",
    text: "Letters, digits, dots, hyphens and underscores only, and no dot or hyphen first.",
  },
  profile_is_source: {
    field: "target",
    text: "That is the profile of your long-term key, which would be written over.",
  },
  file_name: { field: "target", text: "The name of a file: letters, digits, spaces and . _ / ~ + @ = , - only." },
  region: { field: null, text: "The role's Region is not one that the command can use." },
  endpoint: { field: null, text: "The portal's STS endpoint is not one that the command can use." },
};
