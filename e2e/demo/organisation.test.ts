import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { parseTrustPolicy } from "#lib/trust/parse-trust-policy";
import { PEOPLE } from "../idp/people";
import { buildAddresses } from "./addresses";
import { listRoles } from "./demo-roles";
import { gatehouseYaml } from "./gatehouse-yaml";
import { awsAccounts, awsAttributes, expectedRoles } from "./organisation";

const addresses = buildAddresses(4000);
const yamlSchema = z.object({
  access: z.object({
    accounts: z.array(z.object({ id: z.string(), name: z.string(), roles: z.array(z.object({ name: z.string() })) })),
  }),
});

describe("the demo's organisation", () => {
  it("has 15 accounts in all four partitions and about 50 roles over all seven paths", () => {
    const accounts = awsAccounts({ addresses });
    expect(accounts).toHaveLength(15);
    expect(new Set(accounts.map((account) => account.partition))).toEqual(
      new Set(["aws", "aws-us-gov", "aws-cn", "aws-eusc"]),
    );
    expect(listRoles().length).toBeGreaterThanOrEqual(50);
    expect(new Set(listRoles().map((role) => role.via)).size).toBe(7);
    expect(new Set(accounts.map((account) => account.id)).size).toBe(15);
  });

  it("writes trust policies that IAM would take", () => {
    for (const role of awsAccounts({ addresses }).flatMap((account) => account.roles)) {
      expect(parseTrustPolicy(role.trustPolicy), role.name).toMatchObject({ ok: true });
    }
  });

  it("trusts the portal's ACS for idp-saml, or AWS's address with a second application", () => {
    const breakGlass = (awsApplication: boolean) =>
      JSON.stringify(
        awsAccounts({ addresses, awsApplication })[0]?.roles.find((role) => role.name === "emergency/BreakGlass"),
      );
    expect(breakGlass(false)).toContain('"SAML:aud":"http://localhost:4000/api/saml/corp/acs"');
    expect(breakGlass(true)).toContain('"SAML:aud":"https://signin.aws.amazon.com/saml"');
  });

  it("declares in the portal's configuration exactly the roles that exist in AWS, but for its own and Reports", () => {
    const { access } = yamlSchema.parse(parse(gatehouseYaml({ addresses })));
    const names = (accounts: readonly { id: string; roles: readonly { name: string }[] }[]) =>
      accounts.flatMap(({ id, roles }) => roles.map(({ name }) => `${id}/${name}`));
    const inAws = names(awsAccounts({ addresses })).filter((name) => !/\/(GatehouseTrustReader|PortalHub)$/.test(name));
    // A federated user is no role: GetFederationToken gives a part of what the portal's own user may do.
    const declared = names(access.accounts).filter((name) => name !== "952306841735/Reports");
    expect(declared).toEqual(inAws);
    expect(names(access.accounts)).toHaveLength(inAws.length + 1);
  });

  it("lets the portal read trust policies everywhere but where administrators paste them", () => {
    const without = awsAccounts({ addresses }).filter(
      ({ roles }) => !roles.some(({ name }) => name === "GatehouseTrustReader"),
    );
    expect(without.map(({ name }) => name)).toEqual(["shop-prod", "legacy-erp"]);
  });

  it("knows who holds what, through each identity provider", () => {
    const names = (person: Parameters<typeof expectedRoles>[0], idp: "corp" | "workforce") =>
      expectedRoles(person, idp).map((role) => `${role.accountName}/${role.roleName}`);
    expect(names("no-access", "corp")).toEqual([]);
    expect(names("auditor", "corp")).toContain("security-audit/SecurityAudit");
    expect(names("auditor", "workforce")).not.toContain("security-audit/SecurityAudit");
    expect(names("many-groups", "workforce")).toHaveLength(5);
    expect(names("developer", "corp")).toHaveLength(16);
    expect(names("admin", "workforce")).toHaveLength(18);
  });

  it("tells AWS at the SAML IdP of idp-saml roles only", () => {
    const roles = PEOPLE.map((person) => [person.id, awsAttributes(person).roles.length]);
    expect(Object.fromEntries(roles)).toEqual({ admin: 2, developer: 1, auditor: 1, "many-groups": 0, "no-access": 0 });
  });

  it("grows to a thousand accounts with ten roles each", () => {
    expect(awsAccounts({ addresses, accountCount: 1000 })).toHaveLength(1000);
    expect(listRoles(1000).length).toBeGreaterThan(9900);
    const { access } = yamlSchema.parse(parse(gatehouseYaml({ addresses, accountCount: 100 })));
    expect(new Set(access.accounts.map((account) => account.name)).size).toBe(100);
    expect(expectedRoles("admin", "corp", 1000).length).toBeGreaterThan(1000);
  });
});
