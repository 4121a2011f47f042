import { expect, test } from "vitest";
import { compileScope } from "./compile-scope";
import { evaluatePolicy, type Request } from "./fixtures/evaluate-policy";
import { AT, compile, ROLE } from "./fixtures/moments";
import { createRandom } from "./fixtures/random";
import { COMMONLY_READ } from "./read-actions";
import type { ForcedScope, Scope } from "./scope";

const SCOPES = 400;
const REQUESTS = 40;
const SERVICES = ["s3", "ec2", "iam", "kms", "sts", "dynamodb", "unheard-of"] as const;
const VERBS = ["GetObject", "PutObject", "DescribeInstances", "ListUsers", "Decrypt", "Query", "AssumeRole"] as const;
const ROLES = [
  ROLE,
  { ...ROLE, policyArns: ["arn:aws:iam::aws:policy/PowerUserAccess"] },
  {
    ...ROLE,
    policy:
      '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["s3:*","ec2:Describe*"],"Resource":"*"}]}',
  },
] as const;
const CUSTOM = '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":["s3:*","iam:*"],"Resource":"*"}}';

type Random = ReturnType<typeof createRandom>;

function randomScope(random: Random): ForcedScope {
  return {
    ...(random.chance(0.4) ? { readOnly: true } : {}),
    ...(random.chance(0.4) ? { region: random.pick(["eu-west-1", "us-east-1"]) } : {}),
    ...(random.chance(0.4) ? { services: [random.pick(SERVICES), random.pick(SERVICES)] } : {}),
    ...(random.chance(0.4) ? { noIam: true } : {}),
    ...(random.chance(0.4) ? { myAddress: true } : {}),
  };
}

const randomRequest = (random: Random): Request => ({
  action: `${random.pick(SERVICES)}:${random.pick(VERBS)}`,
  resource: "arn:aws:s3:::x",
  context: {
    "aws:requestedregion": random.pick(["eu-west-1", "us-east-1", "eu-north-1"]),
    "aws:currenttime": random.pick(["2026-11-21T10:00:00Z", "2026-11-21T13:00:00Z"]),
    "aws:sourceip": random.pick(["203.0.113.7", "198.51.100.1"]),
    "aws:viaawsservice": random.pick(["true", "false"]),
  },
});

/** Allowed by the inline policy, or by the managed ones beside it (here: everything), and denied by none. */
function isAllowed(policy: string | null, hasArns: boolean, request: Request): boolean {
  if (policy === null) return true;
  const answer = evaluatePolicy(policy, request);
  return answer === "allowed" || (answer === "not allowed" && hasArns);
}

/** "Read only" by itself has room for the commonest services; naming another one makes room for its reads, and no more. */
function isReadByName(fewer: ForcedScope, added: ForcedScope, action: string): boolean {
  const [service = "", verb = ""] = action.split(":");
  if (!fewer.readOnly || fewer.services !== undefined || COMMONLY_READ.includes(service)) return false;
  return (added.services ?? []).includes(service) && /^(Get|Describe|List|Query)/.test(verb);
}

test("more presets never allow what fewer refuse, but for reads of a service chosen by name", () => {
  const random = createRandom(20261121);
  let differences = 0;
  for (let round = 0; round < SCOPES; round++) {
    const [role, fewer, added] = [random.pick(ROLES), randomScope(random), randomScope(random)];
    const hasArns = role.policyArns.length > 0;
    const takesCustom = !hasArns && role.policy === null && random.chance(0.3);
    const own: Scope = takesCustom ? { ...fewer, custom: CUSTOM } : fewer;
    const until = random.chance(0.4) ? { until: "2026-11-21T12:00:00Z" } : {};
    const less = compile(own, {}, role, AT);
    const compiled = compileScope({ ...own, ...until }, added, role, AT);
    if (!compiled.ok && compiled.error.code === "scope_too_long") continue;
    const more = compiled.ok ? compiled.value : expect.unreachable(JSON.stringify(compiled.error));
    for (let sample = 0; sample < REQUESTS; sample++) {
      const request = randomRequest(random);
      const [before, after] = [isAllowed(less.policy, hasArns, request), isAllowed(more.policy, hasArns, request)];
      const isWidened = after && !before && !isReadByName(fewer, added, request.action);
      expect(isWidened, JSON.stringify({ own, added, request })).toBe(false);
      if (before !== after) differences += 1;
    }
  }
  expect(differences).toBeGreaterThan(1000);
});

test("it makes no difference whether a preset is the person's or the administrator's", () => {
  const random = createRandom(7);
  for (let round = 0; round < SCOPES; round++) {
    const scope = randomScope(random);
    expect(compile(scope, {}).policy).toBe(compile({}, scope).policy);
  }
});
