import type { Credentials } from "#lib/aws/credentials";

/** One issue of credentials and what a person calls the place they lead to. */
export type CredentialBlockInput = {
  readonly credentials: Credentials;
  readonly accountId: string;
  readonly accountName: string;
  readonly roleName: string;
  readonly region: string;
  /** As the person typed it, or `defaultProfileName`; the formats make it safe for a section header. */
  readonly profileName: string;
};

export type FormatId =
  | "bash"
  | "fish"
  | "powershell"
  | "cmd"
  | "credentials-file"
  | "config-file"
  | "dotenv"
  | "json"
  | "terraform"
  | "docker-env"
  | "github-actions"
  | "codebuild"
  | "boto3"
  | "javascript";

/** The formats that need a word of warning. */
export type FormatWarning =
  | "boto3"
  | "codebuild"
  | "config-file"
  | "docker-env"
  | "dotenv"
  | "github-actions"
  | "javascript"
  | "terraform";

export type FormatGroup = "shell" | "file" | "tool" | "code";

/** One way to hand credentials to a tool. */
export type Format<Id extends FormatId = FormatId> = {
  readonly id: Id;
  readonly label: string;
  readonly group: FormatGroup;
  /** The file the block belongs in, where there is one. */
  readonly fileName?: string;
  /** The language of the block, for highlighting. */
  readonly language: string;
  /** Which warning goes with it, about what goes wrong for somebody who does not know it; the words are in the messages. */
  readonly warning?: FormatWarning;
  /**
   * The block, ending in one newline. Whatever the input holds, the block is one piece of its syntax: what the
   * syntax can spell is escaped, what it cannot is left out.
   */
  readonly format: (input: CredentialBlockInput) => string;
};
