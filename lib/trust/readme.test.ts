import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { buildOidcProviderArn, buildSamlProviderArn } from "#lib/aws/arn";
import { loadConfig } from "#lib/config/load";
import { AWS_AUDIENCE } from "#lib/issuer/id-token";
import { buildSamlRecipient } from "#lib/issuer/saml-recipient";
import { buildServiceProvider } from "#lib/saml/service-provider";
import { evaluateTrustPolicy } from "./evaluate-trust-policy";
import { parseTrustPolicy } from "./parse-trust-policy";
import type { AssumeAction, RequestContext, TrustRequest } from "./request";

const README = readFileSync("README.md", "utf8");
const CHAPTER = README.split("\n## Connect an AWS account\n")[1]?.split("\n## ")[0] ?? "";
const WEB: AssumeAction = "sts:AssumeRoleWithWebIdentity";
const SAML: AssumeAction = "sts:AssumeRoleWithSAML";
const PORTAL = "https://aws.example.com";
const ISSUER = "aws.example.com/oidc";
const LOGIN = "login.example.com/realms/corp";

/** What AWS reads out of the proof of each path, for the README's own configuration. */
const CALLS: Record<string, { readonly action: AssumeAction; readonly context: RequestContext }> = {
  "portal-oidc": {
    action: WEB,
    context: { [`${ISSUER}:aud`]: [AWS_AUDIENCE], [`${ISSUER}:sub`]: ["workforce:8c1f"] },
  },
  "portal-saml": { action: SAML, context: { "saml:aud": [buildSamlRecipient("aws")] } },
  "idp-oidc": {
    action: WEB,
    context: { [`${LOGIN}:aud`]: ["gatehouse"], [`${LOGIN}:sub`]: ["SUBJECT-OF-A-PERSON"] },
  },
  "idp-saml": { action: SAML, context: { "saml:aud": [buildServiceProvider(PORTAL, "corp").acsUrl] } },
};
const VIAS = Object.keys(CALLS);

async function findRole(via: string) {
  const document = /```yaml\n(.*?)```/s.exec(CHAPTER)?.[1] ?? "";
  const loaded = await loadConfig({
    path: "/etc/gatehouse.yaml",
    env: { WORKFORCE_CLIENT_SECRET: "x" },
    readFile: async () => document,
  });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
  const [account] = loaded.value.access.accounts;
  const role = account?.roles.find((one) => one.via === via);
  if (account === undefined || role === undefined) throw new Error(`no role via ${via} in the README`);
  return { account, role };
}

function policyOf(via: string) {
  const section = CHAPTER.split(`\n### \`${via}\`\n`)[1] ?? "";
  const policy = parseTrustPolicy(/```json\n(.*?)```/s.exec(section)?.[1] ?? "");
  if (!policy.ok) throw new Error(`${policy.error.path}: ${policy.error.message.code}`);
  return policy.value;
}

/** The request that the portal makes for that role. */
async function requestOf(via: string): Promise<TrustRequest> {
  const { account, role } = await findRole(via);
  const call = CALLS[via] ?? { action: WEB, context: {} };
  const place = { partition: account.partition, accountId: account.id, provider: role.provider };
  return {
    ...call,
    caller: {
      kind: "Federated",
      providerArn: call.action === WEB ? buildOidcProviderArn(place) : buildSamlProviderArn(place),
    },
    sessionTags: Object.entries(role.tags).map(([key, value]) => ({ key, value })),
    transitiveTagKeys: role.transitiveTags,
    sourceIdentity: role.sourceIdentity === undefined ? null : "somebody@example.com",
  };
}

test.each(VIAS)("the README's trust policy for %s lets the README's role be assumed", async (via) => {
  const decision = evaluateTrustPolicy(policyOf(via), await requestOf(via));
  expect(decision).toMatchObject({ allowed: true });
});

test.each(VIAS)("the README's trust policy for %s refuses a proof for another audience", async (via) => {
  const request = await requestOf(via);
  const context = Object.fromEntries(
    Object.entries(request.context).map(([key, values]) => [
      key,
      key.endsWith(":aud") ? ["https://evil.example"] : values,
    ]),
  );
  expect(evaluateTrustPolicy(policyOf(via), { ...request, context }).allowed).toBe(false);
});

test("the README's trust policy for idp-oidc refuses people whom it does not name", async () => {
  const request = await requestOf("idp-oidc");
  const context = { ...request.context, [`${LOGIN}:sub`]: ["SOMEBODY-ELSE"] };
  expect(evaluateTrustPolicy(policyOf("idp-oidc"), { ...request, context }).allowed).toBe(false);
});

test("the README names the address that SAML:aud has in each other partition", () => {
  for (const partition of ["aws-cn", "aws-us-gov", "aws-eusc"] as const) {
    expect(CHAPTER).toContain(`\`${buildSamlRecipient(partition)}\``);
  }
});
