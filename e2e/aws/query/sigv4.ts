import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { IssuedCredentials, Principal } from "../issued-credentials";
import { isRefusal, type Refusal, refuse } from "../refusal";
import { isForeign } from "../regions";
import type { Sandbox } from "../sandbox";
import type { Call } from "./call";

type Http = Call["http"];
type Signature = {
  readonly accessKeyId: string;
  readonly date: string;
  readonly region: string;
  readonly service: string;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
  /** `20261121T040000Z` */
  readonly timestamp: string;
  readonly sessionToken: string | null;
  readonly expiresSeconds: number | null;
};

const MAX_SKEW_MS = 5 * 60 * 1000;
const MISMATCH =
  "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.";
export const UNKNOWN = refuse(403, "InvalidClientTokenId", "The security token included in the request is invalid.");
const EXPIRED = refuse(403, "ExpiredToken", "The security token included in the request is expired");

/**
 * Who signed this request: recomputes Signature Version 4 with the secret that belongs to the access key. Takes the
 * Authorization header or the query of a presigned URL. IAM User Guide, reference_sigv-create-signed-request.
 */
export function verifySigner(call: Call, sandbox: Sandbox): Principal | Refusal {
  const signature = readSignature(call);
  if (isRefusal(signature)) return signature;
  const secret = findSecret(sandbox, signature);
  if (isRefusal(secret)) return secret;
  // The partitions share nothing: a key of one is not known in another. STS at the root stands for all of them.
  const region = call.service === "sts" ? call.region : signature.region;
  if (isForeign(region, secret.principal.account.partition)) return UNKNOWN;
  const untimely = checkTimestamp(signature, sandbox.clock());
  if (untimely) return untimely;
  const expected = Buffer.from(computeSignature(call.http, signature, secret.key));
  const seen = Buffer.from(signature.signature);
  if (expected.length !== seen.length || !timingSafeEqual(expected, seen)) {
    return refuse(403, "SignatureDoesNotMatch", MISMATCH);
  }
  call.note({ callerArn: secret.principal.arn });
  return secret.principal;
}

/** The Region and service that a request's signature is scoped to, if it is signed: nothing is verified yet. */
export function findScope(http: Pick<Http, "query" | "headers">): { region: string | null; service: string | null } {
  const fields = http.query.has("X-Amz-Signature") ? readQuery(http.query) : readHeader(http);
  const [, , region = null, service = null] = fields?.credential.split("/") ?? [];
  return { region, service };
}

function readSignature({ http, service: expected, region: endpoint }: Call): Signature | Refusal {
  const fields = http.query.has("X-Amz-Signature") ? readQuery(http.query) : readHeader(http);
  if (fields === null) return refuse(403, "MissingAuthenticationToken", "Request is missing Authentication Token");
  const [accessKeyId = "", date = "", region = "", service = "", terminator] = fields.credential.split("/");
  const incomplete = ["credential", "signedHeaders", "signature", "timestamp"] as const;
  const missing = incomplete.find((name) => fields[name] === "");
  if (missing !== undefined) {
    return refuse(400, "IncompleteSignature", `Authorization header requires '${missing}' parameter.`);
  }
  if (terminator !== "aws4_request" || service !== expected || !fields.timestamp.startsWith(date)) {
    return refuse(403, "SignatureDoesNotMatch", `Credential should be scoped to correct service: '${expected}'.`);
  }
  if (endpoint !== null && region !== endpoint) {
    const message = `Credential should be scoped to a valid region, not '${region}'.`;
    return refuse(403, "SignatureDoesNotMatch", message);
  }
  return { ...fields, accessKeyId, date, region, service, signedHeaders: fields.signedHeaders.split(";") };
}

function readHeader(http: Pick<Http, "headers">) {
  const text = http.headers.authorization;
  if (text === undefined || !text.startsWith("AWS4-HMAC-SHA256 ")) return null;
  const field = (name: string) => new RegExp(`[ ,]${name}=([^, ]+)`).exec(text)?.[1] ?? "";
  return {
    credential: field("Credential"),
    signedHeaders: field("SignedHeaders"),
    signature: field("Signature"),
    timestamp: readHeaderText(http, "x-amz-date"),
    sessionToken: readHeaderText(http, "x-amz-security-token") || null,
    expiresSeconds: null,
  };
}

function readQuery(query: URLSearchParams) {
  const field = (name: string) => query.get(`X-Amz-${name}`) ?? "";
  return {
    credential: field("Credential"),
    signedHeaders: field("SignedHeaders"),
    signature: field("Signature"),
    timestamp: field("Date"),
    sessionToken: field("Security-Token") || null,
    expiresSeconds: Number(field("Expires") || "300"),
  };
}

function readHeaderText(http: Pick<Http, "headers">, name: string): string {
  const value = http.headers[name];
  return (Array.isArray(value) ? value.join(",") : (value ?? "")).trim().replace(/ +/g, " ");
}

/** A user's key comes without a token; temporary ones with exactly theirs, and only until they expire. */
function findSecret(sandbox: Sandbox, signature: Signature): { key: string; principal: Principal } | Refusal {
  const user = sandbox.estate.users.get(signature.accessKeyId);
  if (user && signature.sessionToken === null) {
    const principal = {
      kind: "user" as const,
      account: user.account,
      arn: user.arn,
      identityArn: user.arn,
      userId: user.id,
    };
    return { key: user.secretAccessKey, principal: { ...NO_SESSION, ...principal } };
  }
  const issued: IssuedCredentials | null = sandbox.credentials.find(signature.accessKeyId);
  if (issued === null || issued.sessionToken !== signature.sessionToken) return UNKNOWN;
  if (issued.expiresAt <= sandbox.clock()) return EXPIRED;
  return { key: issued.secretAccessKey, principal: issued.principal };
}

/** What a principal without a role session has not. */
export const NO_SESSION = {
  roleArn: null,
  sessionName: null,
  sourceIdentity: null,
  tags: [],
  transitiveTagKeys: [],
  mfa: false,
  chained: false,
  sessionPolicies: null,
  issuedAt: null,
} as const;

function checkTimestamp(signature: Signature, now: Date): Refusal | null {
  const iso = signature.timestamp.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6Z");
  const signedAtMs = Date.parse(iso);
  const lifeMs = signature.expiresSeconds === null ? MAX_SKEW_MS : signature.expiresSeconds * 1000;
  const stamp = formatStamp(now);
  if (!(signedAtMs + lifeMs >= now.getTime())) {
    const limit = formatStamp(new Date(now.getTime() - lifeMs));
    return refuse(
      403,
      "SignatureDoesNotMatch",
      `Signature expired: ${signature.timestamp} is now earlier than ${limit} (${stamp} - ${lifeMs / 60_000} min.)`,
    );
  }
  if (signedAtMs - MAX_SKEW_MS <= now.getTime()) return null;
  const limit = formatStamp(new Date(now.getTime() + MAX_SKEW_MS));
  const message = `Signature not yet current: ${signature.timestamp} is still later than ${limit} (${stamp} + 5 min.)`;
  return refuse(403, "SignatureDoesNotMatch", message);
}

const formatStamp = (time: Date): string => `${time.toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;

function computeSignature(http: Http, signature: Signature, secret: string): string {
  const scope = [signature.date, signature.region, signature.service, "aws4_request"];
  const request = sha256(buildCanonicalRequest(http, signature.signedHeaders));
  const text = ["AWS4-HMAC-SHA256", signature.timestamp, scope.join("/"), request].join("\n");
  const key = scope.reduce<Buffer>((parent, part) => hmac(parent, part), Buffer.from(`AWS4${secret}`));
  return hmac(key, text).toString("hex");
}

function buildCanonicalRequest(http: Http, signedHeaders: readonly string[]): string {
  const query = Array.from(http.query)
    .filter(([name]) => name !== "X-Amz-Signature")
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort();
  const headers = signedHeaders.map((name) => `${name}:${readHeaderText(http, name)}\n`).join("");
  return [http.method, http.path, query.join("&"), headers, signedHeaders.join(";"), hashPayload(http)].join("\n");
}

/** S3 lets a caller leave the body out of the signature, and say so. */
function hashPayload(http: Http): string {
  const declared = readHeaderText(http, "x-amz-content-sha256");
  return declared === "UNSIGNED-PAYLOAD" ? declared : sha256(http.body);
}

/** RFC 3986: encodeURIComponent leaves five characters that AWS wants encoded. */
export const encode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

const sha256 = (data: string | Buffer): string => createHash("sha256").update(data).digest("hex");
const hmac = (key: Buffer, text: string): Buffer => createHmac("sha256", key).update(text).digest();
