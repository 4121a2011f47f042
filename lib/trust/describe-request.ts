import { namesOf } from "./principal";
import { resolveContext, spellKey, type TrustRequest } from "./request";
import { plain, type Saying, say } from "./saying";
import type { RowCode } from "./sayings-of-documents";

/** `key` is the condition key that the row stands for, where there is one. A label that is text is a name of AWS's. */
export type RequestRow = {
  readonly label: Saying | string;
  readonly key: string | null;
  readonly values: readonly string[];
};

const LABELS: Readonly<Record<string, RowCode>> = {
  "sts:rolesessionname": "session_name",
  "sts:sourceidentity": "source_identity",
  "sts:externalid": "external_id",
  "sts:transitivetagkeys": "transitive_tags",
  "sts:durationseconds": "duration",
  "aws:multifactorauthpresent": "mfa",
  "aws:multifactorauthage": "mfa_age",
  "aws:sourceip": "source_ip",
  "aws:currenttime": "time",
  "aws:principalarn": "caller_arn",
  "aws:principalaccount": "caller_account",
};

const LEFT_OUT = ["aws:tagkeys", "aws:epochtime"];

/** What AWS saw of a request, in rows for a person: principal, action, tags, and every condition key that it carried. */
export function describeRequest(request: TrustRequest): RequestRow[] {
  const rows = [...resolveContext(request)]
    .filter(([key]) => !LEFT_OUT.includes(key))
    .map(([key, values]) => ({ label: labelOf(spellKey(key, request)), key: spellKey(key, request), values }));
  return [
    { label: plain("row.principal"), key: null, values: namesOf(request.caller) },
    { label: plain("row.action"), key: null, values: [request.action] },
    ...rows,
  ];
}

function labelOf(key: string): Saying | string {
  const tag = /^aws:RequestTag\/(.+)$/i.exec(key)?.[1];
  if (tag !== undefined) return say("row.tag", { key: tag });
  const claim = /[:](aud|sub|iss|amr|azp)$/i.exec(key)?.[1];
  const known = LABELS[key.toLowerCase()];
  return known === undefined ? (claim?.toLowerCase() ?? key) : plain(`row.${known}`);
}
