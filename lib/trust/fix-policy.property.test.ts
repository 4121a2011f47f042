import { expect, test } from "vitest";
import { evaluateTrustPolicy } from "./evaluate-trust-policy";
import { explainDenial } from "./explain-denial";
import type { PolicyDocument } from "./explanation";
import { type Random, seedRandom } from "./fixtures/seeded-random";
import { parseTrustPolicy } from "./parse-trust-policy";
import type { TrustRequest } from "./request";

const COUNT = 1000;
const HOST = "idp.example.com";
const buildProvider = (host: string, account = "111111111111") => `arn:aws:iam::${account}:oidc-provider/${host}`;
const request: TrustRequest = {
  action: "sts:AssumeRoleWithWebIdentity",
  caller: { kind: "Federated", providerArn: buildProvider(HOST) },
  sessionTags: [
    { key: "email", value: "ada@example.com" },
    { key: "team", value: "payments" },
  ],
  transitiveTagKeys: [],
  sourceIdentity: "ada@example.com",
  context: {
    [`${HOST}:aud`]: ["portal"],
    [`${HOST}:sub`]: ["Workforce|Ada"],
    "aws:CurrentTime": ["2026-11-21T10:00:00Z"],
    "aws:SourceIp": ["203.0.113.9"],
  },
};

/** A right policy, tied to provider, audience and subjects, as parts that a mistake can change. */
type Draft = {
  readonly providers: readonly string[];
  readonly actions: readonly string[];
  readonly audience: readonly [key: string, value: string];
  readonly subjects: readonly string[];
  readonly more: Readonly<Record<string, object>>;
  readonly others: readonly object[];
};
const RIGHT: Draft = {
  providers: [buildProvider(HOST)],
  actions: ["sts:AssumeRoleWithWebIdentity", "sts:TagSession", "sts:SetSourceIdentity"],
  audience: [`${HOST}:aud`, "portal"],
  subjects: ["Workforce|Ada", "Workforce|Bob"],
  more: {},
  others: [],
};

const deny = (parts: object) => ({
  Effect: "Deny",
  Principal: { Federated: RIGHT.providers },
  Action: "sts:*",
  ...parts,
});
const also = (draft: Draft, operator: string, keys: object): Draft => ({
  ...draft,
  more: { ...draft.more, [operator]: { ...draft.more[operator], ...keys } },
});

const MISTAKES: readonly [(draft: Draft) => Draft, ...((draft: Draft) => Draft)[]] = [
  (draft) => ({ ...draft, audience: [draft.audience[0], "other"] }),
  (draft) => ({ ...draft, audience: [`old.example.com:aud`, draft.audience[1]] }),
  (draft) => ({ ...draft, subjects: ["workforce|ada", "Workforce|Bob"] }),
  (draft) => ({ ...draft, subjects: ["Workforce|Bob"] }),
  (draft) => ({ ...draft, actions: draft.actions.filter((name) => name !== "sts:TagSession") }),
  (draft) => ({ ...draft, actions: draft.actions.filter((name) => name !== "sts:SetSourceIdentity") }),
  (draft) => ({ ...draft, actions: ["sts:AssumeRole", "sts:TagSession"] }),
  (draft) => ({ ...draft, providers: [buildProvider(HOST, "999999999999")] }),
  (draft) => ({ ...draft, providers: [buildProvider("third.example.com")] }),
  (draft) => ({ ...draft, providers: [buildProvider("third.example.com"), buildProvider("fourth.example.com")] }),
  (draft) => also(draft, "DateLessThan", { "aws:CurrentTime": "2020-01-01T00:00:00Z" }),
  (draft) => also(draft, "DateGreaterThanEquals", { "aws:CurrentTime": "1893456000" }),
  (draft) => also(draft, "StringEquals", { "sts:ExternalId": "3f1c9a" }),
  (draft) => also(draft, "StringLike", { "aws:TagKeys": ["email", "t*"] }),
  (draft) => also(draft, "ForAllValues:StringEquals", { "aws:TagKeys": ["email"] }),
  (draft) => also(draft, "Bool", { "aws:MultiFactorAuthPresent": "true" }),
  (draft) => also(draft, "IpAddress", { "aws:SourceIp": "198.51.100.0/24" }),
  (draft) => also(draft, "NotIpAddress", { "aws:SourceIp": "203.0.113.0/24" }),
  (draft) => also(draft, "StringNotLike", { "aws:RequestTag/team": "pay*" }),
  (draft) => also(draft, "Null", { "sts:SourceIdentity": "true" }),
  (draft) => ({ ...draft, others: [...draft.others, deny({})] }),
  (draft) => ({
    ...draft,
    others: [...draft.others, deny({ Condition: { StringNotEquals: { "aws:RequestTag/team": "platform" } } })],
  }),
  (draft) => ({
    ...draft,
    others: [
      ...draft.others,
      deny({ NotPrincipal: { Federated: buildProvider("third.example.com") }, Principal: undefined }),
    ],
  }),
];

function build(draft: Draft): PolicyDocument {
  const { StringEquals, ...more } = draft.more;
  const [key, value] = draft.audience;
  const statement = {
    Effect: "Allow",
    Principal: { Federated: draft.providers },
    Action: draft.actions,
    Condition: { StringEquals: { [key]: value, [`${HOST}:sub`]: draft.subjects, ...StringEquals }, ...more },
  };
  return { Version: "2012-10-17", Statement: JSON.parse(JSON.stringify([statement, ...draft.others])) };
}

/** Requests that differ in one thing that says who somebody is. */
const STRANGERS: readonly (readonly [string, Partial<TrustRequest>])[] = [
  ["another provider", { caller: { kind: "Federated", providerArn: buildProvider("evil.example.com") } }],
  [
    "the provider of another account",
    { caller: { kind: "Federated", providerArn: buildProvider(HOST, "888888888888") } },
  ],
  ["another subject", { context: { ...request.context, [`${HOST}:sub`]: ["Workforce|Mallory"] } }],
  ["a subject whose name begins alike", { context: { ...request.context, [`${HOST}:sub`]: ["Workforce|Ada2"] } }],
  ["another audience", { context: { ...request.context, [`${HOST}:aud`]: ["intruder"] } }],
  ["an AWS account", { caller: { kind: "AWS", accountId: "111111111111", arns: ["arn:aws:iam::111111111111:root"] } }],
];

function read(document: PolicyDocument): (one: TrustRequest) => boolean {
  const policy = parseTrustPolicy(document);
  if (!policy.ok) throw new Error(`${policy.error.path}: ${policy.error.message.code} in ${JSON.stringify(document)}`);
  return (one) => evaluateTrustPolicy(policy.value, one).allowed;
}

function makeMistakes(random: Random): Draft {
  const count = random.pick([1, 1, 1, 2, 2, 3]);
  return Array.from({ length: count }, () => random.pick(MISTAKES)).reduce((draft, mistake) => mistake(draft), RIGHT);
}

test("the right policy lets the request in and each stranger out", () => {
  const decide = read(build(RIGHT));
  expect(decide(request)).toBe(true);
  for (const [name, change] of STRANGERS) expect([name, decide({ ...request, ...change })]).toEqual([name, false]);
});

test("one to three mistakes: the fix lets this request in and nobody else", () => {
  const random = seedRandom(7);
  let refused = 0;
  for (let index = 0; index < COUNT; index++) {
    const document = build(makeMistakes(random));
    const explained = explainDenial(document, request, { durationSeconds: 3600, maxSessionDurationSeconds: null });
    if (!explained.ok) throw new Error(`${explained.error.path}: ${explained.error.message.code}`);
    if (explained.value.fix === null) continue;
    refused += 1;
    const decide = read(explained.value.fix.policy);
    const strangers = STRANGERS.filter(([, change]) => decide({ ...request, ...change })).map(([name]) => name);
    if (decide(request) && strangers.length === 0) continue;
    throw new Error(JSON.stringify({ strangers, document, fix: explained.value.fix }, null, 1));
  }
  expect(refused).toBeGreaterThan(COUNT * 0.9);
}, 120_000);

test("a second look at what was fixed finds nothing more to fix", () => {
  const random = seedRandom(8);
  for (let index = 0; index < 500; index++) {
    const document = build(makeMistakes(random));
    const limits = { durationSeconds: 3600, maxSessionDurationSeconds: null };
    const first = explainDenial(document, request, limits);
    const second = explainDenial(first.ok ? (first.value.fix?.json ?? document) : document, request, limits);
    expect(second).toMatchObject({ ok: true, value: { allowed: true, findings: [], fix: null } });
  }
});
