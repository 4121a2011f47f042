import { isSetUpFormat, type SetUpFormat } from "./formats";

/** What the address of `/admin/set-up` says. */
export type SetUpQuery = {
  readonly accountId: string | null;
  readonly roleNames: readonly string[];
  readonly format: SetUpFormat;
  readonly narrowSubjects: boolean;
  readonly requireSourceIdentity: boolean;
  readonly principalArn: string;
  readonly subjects: readonly string[];
};

export type SearchParams = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Names of the form's controls. */
export const FIELDS = {
  account: "account",
  role: "role",
  format: "format",
  narrow: "narrow",
  source: "source",
  principal: "principal",
  subjects: "subjects",
  /** Says that the form was sent: only then does a switch that is missing mean off. */
  sent: "sent",
} as const;

const MAX_LENGTH = 4096;

const listOf = (value: string | readonly string[] | undefined): readonly string[] =>
  value === undefined ? [] : typeof value === "string" ? [value] : value;

/** Reads what a link or the form asks for. What it does not understand is passed over; the conditions are on. */
export function readSetUpQuery(params: SearchParams): SetUpQuery {
  const first = (name: string) => listOf(params[name])[0]?.slice(0, MAX_LENGTH) ?? "";
  const isOn = (name: string) => first(FIELDS.sent) === "" || first(name) !== "";
  const format = first(FIELDS.format);
  return {
    accountId: first(FIELDS.account) || null,
    roleNames: listOf(params[FIELDS.role]),
    format: isSetUpFormat(format) ? format : "cloudformation",
    narrowSubjects: isOn(FIELDS.narrow),
    requireSourceIdentity: isOn(FIELDS.source),
    principalArn: first(FIELDS.principal).trim(),
    subjects: first(FIELDS.subjects)
      .split(/[\r\n]+/)
      .map((line) => line.trim())
      .filter((line) => line !== ""),
  };
}

/** The same set-up in another format. */
export function buildFormatHref(query: SetUpQuery, format: SetUpFormat): string {
  const pairs: [string, string][] = [
    ...(query.accountId === null ? [] : [[FIELDS.account, query.accountId] satisfies [string, string]]),
    ...query.roleNames.map((name): [string, string] => [FIELDS.role, name]),
    [FIELDS.format, format],
    [FIELDS.sent, "1"],
    ...(query.narrowSubjects ? [[FIELDS.narrow, "1"] satisfies [string, string]] : []),
    ...(query.requireSourceIdentity ? [[FIELDS.source, "1"] satisfies [string, string]] : []),
    ...(query.principalArn === "" ? [] : [[FIELDS.principal, query.principalArn] satisfies [string, string]]),
    ...(query.subjects.length === 0 ? [] : [[FIELDS.subjects, query.subjects.join("\n")] satisfies [string, string]]),
  ];
  return `/admin/set-up?${new URLSearchParams(pairs)}`;
}
