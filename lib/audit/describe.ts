import type { AuditDetail, AuditEvent } from "./event";

/** In the order of the screen. The words for each are in the messages, under `activity.labels`; so are those for kinds. */
const SHOWN: Readonly<Record<keyof AuditDetail, true>> = {
  accountName: true,
  via: true,
  provider: true,
  region: true,
  durationSeconds: true,
  limitedBy: true,
  grantedBy: true,
  sessionName: true,
  sourceIdentity: true,
  tags: true,
  policyArns: true,
  hubRole: true,
  sessionPolicy: true,
  scope: true,
  givenReason: true,
  mfa: true,
  packedPolicySizePercent: true,
  accessKeyId: true,
  userAccessKeyId: true,
  mfaDevice: true,
  iamUser: true,
  assumedRoleArn: true,
  awsRequestId: true,
  awsCode: true,
  expiresAt: true,
  destination: true,
  consoleRegion: true,
  chosenScope: true,
  reason: true,
  trustRequest: true,
  refusedAt: true,
  endedSessionId: true,
  clientName: true,
  cliSignInId: true,
  askedFrom: true,
  leaseName: true,
  leaseId: true,
  groupCount: true,
  groupsProblem: true,
};

const isDetailName = (name: string): name is keyof AuditDetail => Object.hasOwn(SHOWN, name);
const NAMES: readonly (keyof AuditDetail)[] = Object.keys(SHOWN).filter(isDetailName);

/** One line of an event's detail, by the name of its label. */
export type EventDetail = {
  readonly name: keyof AuditDetail | "requestId";
  readonly value: string;
  readonly parts?: readonly string[];
};

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
  if (name === "trustRequest" || name === "chosenScope") return "";
  if (name === "durationSeconds" && typeof value === "number") return `${Math.round(value / 60)} min`;
  return name === "packedPolicySizePercent" ? `${String(value)} %` : toText(value);
}

/** The detail of an event, a line each, in the order of the screen; what is absent is left out. */
export function describeDetail({ detail, requestId }: AuditEvent): readonly EventDetail[] {
  const lines = NAMES.flatMap((name) => {
    const value = detail[name] === undefined ? "" : toTextOf(name, detail[name]);
    return value === "" ? [] : [{ name, value, ...(name === "scope" && detail.scope ? { parts: detail.scope } : {}) }];
  });
  return [...lines, { name: "requestId", value: requestId }];
}
