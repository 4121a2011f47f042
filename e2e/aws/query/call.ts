import type { IncomingHttpHeaders } from "node:http";
import type { Refusal } from "../refusal";
import type { Finding } from "../request-log";
import type { Sandbox } from "../sandbox";
import type { XmlTree } from "./xml";

/** By the name that a signature is scoped to. */
export type ServiceName = "sts" | "iam" | "ec2" | "s3";

/** One request to an API of AWS. */
export type Call = {
  readonly service: ServiceName;
  /** The Region whose endpoint was called; null at the global one. */
  readonly region: string | null;
  readonly parameters: ReadonlyMap<string, string>;
  readonly requestId: string;
  /** What was signed, if anything was. */
  readonly http: {
    readonly method: string;
    readonly path: string;
    readonly query: URLSearchParams;
    readonly headers: IncomingHttpHeaders;
    readonly body: Buffer;
    /** The other end of the connection. */
    readonly sourceIp: string;
  };
  /** Adds to what is recorded about this request. */
  readonly note: (finding: Finding) => void;
};

/** One operation of a Query API: the children of its `…Result`, or a refusal. */
export type Action = (call: Call, sandbox: Sandbox) => Promise<XmlTree | Refusal> | XmlTree | Refusal;
