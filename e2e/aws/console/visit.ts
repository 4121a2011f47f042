import type { IncomingMessage, ServerResponse } from "node:http";
import type { Refusal } from "../refusal";
import type { Finding } from "../request-log";
import type { Sandbox } from "../sandbox";

/** One request of a browser, or of the portal at the federation endpoint. */
export type Visit = {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
  readonly action: string;
  readonly parameters: ReadonlyMap<string, string>;
  readonly note: (finding: Finding) => void;
};

/** Answers by itself, or with a refusal that is shown as a page unless one was sent already. */
export type ConsoleHandler = (visit: Visit, sandbox: Sandbox) => Refusal | null;
