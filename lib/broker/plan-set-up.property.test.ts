import { beforeAll, describe, expect, test } from "vitest";
import { compileAccess } from "#lib/access/compile-rules";
import { createRandom, person } from "#lib/access/fixtures/declared";
import type { GrantableRole } from "#lib/access/grantable-role";
import { listHolderIdps } from "#lib/access/list-holder-idps";
import { resolveGrants } from "#lib/access/resolve-grants";
import { resolveSessionAttributes } from "#lib/access/session-attributes";
import type { Identity } from "#lib/identity";
import { evaluateTrustPolicy } from "#lib/trust/evaluate-trust-policy";
import { parseTrustPolicy } from "#lib/trust/parse-trust-policy";
import type { TrustRequest } from "#lib/trust/request";
import { writeTrustPolicy } from "#lib/trust/set-up/write-trust-policy";
import { carriedAttributes, carriesTags } from "./carried-attributes";
import { drawConfig, IDPS } from "./fixtures/draw-config";
import { expectRequest } from "./fixtures/expected-request";
import { planSetUp, type SetUpSource } from "./plan-set-up";

const CONFIGURATIONS = 120;
const CORP = "https://sso.example.com/metadata";
const SUBJECTS = ["8c1f", "a b", "corp-b:8c1f", "*", "ünü", "~x"] as const;

type Random = ReturnType<typeof createRandom>;
type Case = {
  readonly role: GrantableRole;
  readonly identity: Identity;
  readonly holders: readonly string[];
  readonly request: TrustRequest;
  /** The same for somebody else. */
  readonly requestOf: (identity: Identity) => TrustRequest;
  readonly decide: (request: TrustRequest) => boolean;
};

const drawPerson = (random: Random, idp: (typeof IDPS)[number]): Identity =>
  person({ idp, subject: random.pick(SUBJECTS), groups: ["everybody"], claims: { team: [random.pick(["x", "y z"])] } });

/** Every role of many configurations that somebody is given, its policy as written, and what the portal then asks AWS. */
async function* drawCases(): AsyncGenerator<Case> {
  const random = createRandom(20261125);
  for (let made = 0; made < CONFIGURATIONS; made++) {
    const config = await drawConfig(random);
    const access = compileAccess(config.access);
    const [first, ...others] = access.index.roles;
    if (first === undefined) throw new Error("no roles");
    const principalArn = `arn:${first.partition}:iam::777788889999:user/portal`;
    const source: SetUpSource = {
      config,
      samlMetadata: "<x/>",
      entityIds: new Map([["corp", CORP]]),
      holderIdps: ({ roleArn }) => listHolderIdps(access.index, config.access.rules, roleArn, IDPS),
      suggestExternalId: () => "suggested",
    };
    const choice = { narrowSubjects: true, requireSourceIdentity: true, principalArn, subjects: [] };
    const { setUp, unplanned } = planSetUp([first, ...others], source, choice);
    expect(unplanned).toEqual([]);
    const people = IDPS.map((idp) => drawPerson(random, idp));
    for (const identity of people) {
      for (const grant of resolveGrants(access, identity)) {
        const plan = setUp.roles.find(({ name, path }) => `role${path}${name}` === grant.roleArn.split(":")[5]);
        if (plan === undefined) throw new Error(`${grant.roleArn} is missing`);
        const policy = parseTrustPolicy(writeTrustPolicy(plan.trust, setUp));
        if (!policy.ok) throw new Error(policy.error.message.code);
        const reason = grant.reason !== null && (grant.reason.required || random.chance(0.5)) ? "OPS-1" : null;
        const requestOf = (whose: Identity): TrustRequest => {
          const tag =
            grant.reason === null || reason === null || !carriesTags(grant) ? {} : { [grant.reason.tag]: reason };
          const attributes = resolveSessionAttributes(carriedAttributes(grant), whose, { furtherTags: tag });
          if (!attributes.ok) throw new Error(attributes.error.code);
          return expectRequest({
            config,
            grant,
            identity: whose,
            attributes: attributes.value,
            principalArn,
            corpEntityId: CORP,
          });
        };
        yield {
          role: grant,
          identity,
          holders: source.holderIdps(grant),
          request: requestOf(identity),
          requestOf,
          decide: (request) => evaluateTrustPolicy(policy.value, request).allowed,
        };
      }
    }
  }
}

describe(`${CONFIGURATIONS} configurations of eight roles`, () => {
  const cases: Case[] = [];
  beforeAll(async () => {
    for await (const one of drawCases()) cases.push(one);
  }, 60_000);

  test("everybody whom the rules give a role is let in by the trust policy written for it", () => {
    const seen = new Set<string>();
    for (const { role, request, decide } of cases) {
      seen.add(role.via);
      if (!decide(request)) expect({ role, request }).toBe("let in");
    }
    expect([...seen].sort()).toEqual([
      "assume-role",
      "idp-oidc",
      "idp-saml",
      "portal-oidc",
      "portal-saml",
      "session-token",
    ]);
  });

  test("people of an identity provider without a rule for the role are refused by AWS too", () => {
    let refused = 0;
    for (const { role, identity, holders, requestOf, decide } of cases) {
      if (!role.via.startsWith("portal-")) continue;
      for (const idp of IDPS.filter((one) => !holders.includes(one))) {
        refused += 1;
        const request = requestOf({ ...identity, idp });
        if (decide(request)) expect({ role, request }).toBe("refused");
      }
    }
    expect(refused).toBeGreaterThan(100);
  });

  test("without the source identity that the configuration promises, nobody is let in", () => {
    for (const { role, request, decide } of cases) {
      if (!carriesTags(role) || carriedAttributes(role).sourceIdentity === null) continue;
      expect(decide({ ...request, sourceIdentity: null })).toBe(false);
    }
  });

  test("a tag that the configuration does not name is refused where the portal speaks for the tags", () => {
    for (const { role, request, decide } of cases) {
      if (!carriesTags(role)) continue;
      const sessionTags = [...request.sessionTags, { key: "admin", value: "true" }];
      expect(decide({ ...request, sessionTags })).toBe(false);
    }
  });
});
