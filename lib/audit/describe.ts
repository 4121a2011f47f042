import type { AuditDetail, AuditEvent, AuditKind } from "./event";

/** The sentence for each kind, as a person reads it in their own activity. */
const TITLES: Record<AuditKind, string> = {
  "sign_in.succeeded": "Signed in",
  "sign_in.refused": "Sign-in refused",
  "session.ended": "Portal session ended",
  "credentials.requested": "Asked for credentials",
  "credentials.issued": "Received credentials",
  "credentials.refused": "Credentials refused",
  "credentials.failed": "Credentials could not be issued",
  "console.requested": "Asked for the console",
  "console.opened": "Opened the console",
  "console.refused": "Console refused",
  "console.failed": "Console could not be opened",
  "request.refused": "Request refused",
  "trust_policy.read": "Trust policy read",
  "trust_policy.pasted": "Trust policy pasted",
};

const LABELS: Record<keyof AuditDetail, string> = {
  accountName: "Account",
  via: "Path",
  provider: "IAM provider",
  region: "Region",
  durationSeconds: "Duration",
  limitedBy: "Duration limited by",
  grantedBy: "Granted by",
  sessionName: "Session name",
  sourceIdentity: "Source identity",
  tags: "Session tags",
  policyArns: "Session policies",
  hubRole: "Through",
  sessionPolicy: "Session policy",
  scope: "Narrowed to",
  givenReason: "Reason given",
  mfa: "MFA",
  packedPolicySizePercent: "Packed policy size",
  accessKeyId: "Access key id",
  userAccessKeyId: "IAM user's key",
  mfaDevice: "MFA device",
  iamUser: "IAM user",
  assumedRoleArn: "Assumed role",
  awsRequestId: "AWS request id",
  awsCode: "AWS code",
  expiresAt: "Expires",
  destination: "Destination",
  reason: "Reason",
  trustRequest: "Request as AWS saw it",
  refusedAt: "Refused at",
  endedSessionId: "Session",
  groupCount: "Groups received",
  groupsProblem: "Groups",
};

export const describeKind = (kind: AuditKind): string => TITLES[kind];

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function toText(value: unknown): string {
  if (Array.isArray(value)) return value.map(String).join(", ");
  if (isRecord(value))
    return Object.entries(value)
      .map(([key, text]) => `${key}=${String(text)}`)
      .join(", ");
  return String(value);
}

function toTextOf(name: string, value: unknown): string {
  // Its parts stand in other lines, and administrators see it taken apart.
  if (name === "trustRequest") return "";
  if (name === "durationSeconds" && typeof value === "number") return `${Math.round(value / 60)} min`;
  return name === "packedPolicySizePercent" ? `${String(value)} %` : toText(value);
}

/** The detail of an event as labelled lines, in the order of the labels; what is absent is left out. */
export function describeDetail(event: AuditEvent): readonly { readonly label: string; readonly value: string }[] {
  const detail: Record<string, unknown> = event.detail;
  const lines = Object.entries(LABELS).flatMap(([name, label]) => {
    const text = detail[name] === undefined ? "" : toTextOf(name, detail[name]);
    return text === "" ? [] : [{ label, value: text }];
  });
  return [...lines, { label: "Request id", value: event.requestId }];
}
