import { namesOf } from "./principal";
import { resolveContext, spellKey, type TrustRequest } from "./request";

/** `key` is the condition key that the row stands for, where there is one. */
export type RequestRow = { readonly label: string; readonly key: string | null; readonly values: readonly string[] };

const LABELS: Readonly<Record<string, string>> = {
  "sts:rolesessionname": "Session name",
  "sts:sourceidentity": "Source identity",
  "sts:externalid": "External ID",
  "sts:transitivetagkeys": "Transitive tags",
  "sts:durationseconds": "Duration in seconds",
  "aws:multifactorauthpresent": "MFA",
  "aws:multifactorauthage": "MFA age in seconds",
  "aws:sourceip": "Source IP",
  "aws:currenttime": "Time",
  "aws:principalarn": "Caller's ARN",
  "aws:principalaccount": "Caller's account",
};

const LEFT_OUT = ["aws:tagkeys", "aws:epochtime"];

/** What AWS saw of a request, in rows for a person: principal, action, tags, and every condition key that it carried. */
export function describeRequest(request: TrustRequest): RequestRow[] {
  const rows = [...resolveContext(request)]
    .filter(([key]) => !LEFT_OUT.includes(key))
    .map(([key, values]) => ({ label: labelOf(spellKey(key, request)), key: spellKey(key, request), values }));
  return [
    { label: "Principal", key: null, values: namesOf(request.caller) },
    { label: "Action", key: null, values: [request.action] },
    ...rows,
  ];
}

function labelOf(key: string): string {
  const tag = /^aws:RequestTag\/(.+)$/i.exec(key)?.[1];
  if (tag !== undefined) return `Tag ${tag}`;
  const claim = /[:](aud|sub|iss|amr|azp)$/i.exec(key)?.[1];
  return LABELS[key.toLowerCase()] ?? claim?.toLowerCase() ?? key;
}
