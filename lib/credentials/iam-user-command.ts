import { parseMfaDevice } from "#lib/aws/mfa";
import { toProfileName } from "#lib/aws/profile-name";
import { isRegion } from "#lib/aws/region";
import { err, ok, type Result } from "#lib/result";

/** A role to assume in the same step, with what the portal would send with it. */
export type CommandRole = {
  readonly roleArn: string;
  readonly roleSessionName: string;
  readonly sourceIdentity: string | null;
  readonly tags: readonly { readonly key: string; readonly value: string }[];
  readonly transitiveTagKeys: readonly string[];
  readonly policyArns: readonly string[];
  readonly externalId: string | null;
};

/** Where the command puts what it gets. */
export type CommandTarget =
  | { readonly kind: "profile"; readonly profile: string }
  | { readonly kind: "dotenv"; readonly fileName: string };

/** What somebody chose for the command, as typed. */
export type CommandChoices = {
  readonly device: string;
  readonly durationSeconds: number;
  readonly region: string;
  /** Null: AWS's own. */
  readonly endpointUrl: string | null;
  /** The profile that holds the long-term key; empty for whatever the AWS CLI uses by itself. */
  readonly sourceProfile: string;
  readonly target: CommandTarget;
  readonly role: CommandRole | null;
};

export type CommandProblem =
  | "device"
  | "source_profile"
  | "profile"
  | "profile_is_source"
  | "file_name"
  | "region"
  | "endpoint";

/** The same, checked: everything that a command is made of is one plain line of known characters. */
export type CommandParts = {
  /** Arguments of `aws`, but for the code: action, options and values, each to be quoted as one word. */
  readonly args: readonly string[];
  readonly region: string;
  readonly target: CommandTarget;
};

/** The variables of a `.env` that are replaced; every other line of the file stays. */
export const DOTENV_NAMES = [
  "AWS_ACCESS_KEY_ID",
  "AWS_SECRET_ACCESS_KEY",
  "AWS_SESSION_TOKEN",
  "AWS_CREDENTIAL_EXPIRATION",
  "AWS_REGION",
  "AWS_DEFAULT_REGION",
] as const;

/** Four values on one line, in this order. */
export const CREDENTIALS_QUERY = "Credentials.[AccessKeyId,SecretAccessKey,SessionToken,Expiration]";

// What every shell takes as it is between quotes: no quote, no control, no `!` (history), no `%` or `$`.
const FILE_NAME = /^[\p{L}\p{M}\p{N} ._/~+@=,-]{1,200}$/u;
// The AWS CLI takes more for a profile; these need no quoting in its own files.
const PROFILE = /^[A-Za-z0-9_.@/+=-]{1,128}$/;

const isHttpUrl = (text: string) => /^https?:\/\/[\w.:[\]/-]+$/.test(text);

/** A name of the profile to write: safe in a section header, and never the one that the long-term key is in. */
function checkTarget({ target, sourceProfile }: CommandChoices): CommandProblem | null {
  if (target.kind === "dotenv") {
    const isFile = FILE_NAME.test(target.fileName) && !/(^|\/)\.{0,2}$/.test(target.fileName.trim());
    return isFile && !target.fileName.startsWith("-") ? null : "file_name";
  }
  if (target.profile === "" || toProfileName(target.profile) !== target.profile) return "profile";
  return target.profile === (sourceProfile === "" ? "default" : sourceProfile) ? "profile_is_source" : null;
}

function listRoleArgs(role: CommandRole): string[] {
  const { tags, transitiveTagKeys, policyArns } = role;
  const optional = (name: string, value: string | null) => (value === null ? [] : [name, value]);
  return [
    ...["sts", "assume-role", "--role-arn", role.roleArn, "--role-session-name", role.roleSessionName],
    ...optional("--external-id", role.externalId),
    ...optional("--source-identity", role.sourceIdentity),
    ...(tags.length === 0 ? [] : ["--tags", ...tags.map(({ key, value }) => `Key=${key},Value=${value}`)]),
    ...(transitiveTagKeys.length === 0 ? [] : ["--transitive-tag-keys", ...transitiveTagKeys]),
    ...(policyArns.length === 0 ? [] : ["--policy-arns", ...policyArns.map((arn) => `arn=${arn}`)]),
  ];
}

/**
 * The parts of a command that gets a session on the person's own machine. Refuses, by field, what it cannot say safely in
 * every shell; so what is quoted afterwards holds nothing that a shell, a credentials file or a terminal could take for more.
 */
export function planCommand(choices: CommandChoices): Result<CommandParts, CommandProblem> {
  const device = parseMfaDevice(choices.device);
  if (!device.ok) return err("device");
  const { sourceProfile, region, endpointUrl, durationSeconds, role } = choices;
  if (sourceProfile !== "" && !PROFILE.test(sourceProfile)) return err("source_profile");
  if (!isRegion(region)) return err("region");
  if (endpointUrl !== null && !isHttpUrl(endpointUrl)) return err("endpoint");
  const problem = checkTarget(choices);
  if (problem !== null) return err(problem);
  const args = [
    ...(role === null ? ["sts", "get-session-token"] : listRoleArgs(role)),
    ...["--serial-number", device.value.serialNumber, "--duration-seconds", String(Math.floor(durationSeconds))],
    ...["--region", region],
    ...(sourceProfile === "" ? [] : ["--profile", sourceProfile]),
    ...(endpointUrl === null ? [] : ["--endpoint-url", endpointUrl]),
  ];
  return ok({ args, region, target: choices.target });
}
