import { bash } from "./bash";
import { boto3 } from "./boto3";
import { cmd } from "./cmd";
import { codebuild } from "./codebuild";
import { configFile } from "./config-file";
import { credentialsFile } from "./credentials-file";
import { dockerEnv } from "./docker-env";
import { dotenv } from "./dotenv";
import { fish } from "./fish";
import type { Format, FormatId } from "./format";
import { githubActions } from "./github-actions";
import { javascript } from "./javascript";
import { json } from "./json";
import { powershell } from "./powershell";
import { terraform } from "./terraform";

export type { CredentialBlockInput, Format, FormatGroup, FormatId } from "./format";

/** Every format, in the order in which it is offered. To add one: its id in `FormatId`, its file, its line here. */
export const FORMATS: { readonly [Id in FormatId]: Format<Id> } = {
  bash,
  fish,
  powershell,
  cmd,
  "credentials-file": credentialsFile,
  "config-file": configFile,
  dotenv,
  json,
  terraform,
  "docker-env": dockerEnv,
  "github-actions": githubActions,
  codebuild,
  boto3,
  javascript,
};

/** Every format, in the order in which it is offered. */
export const FORMAT_LIST: readonly Format[] = Object.values(FORMATS);

export function isFormatId(text: string): text is FormatId {
  return Object.hasOwn(FORMATS, text);
}
