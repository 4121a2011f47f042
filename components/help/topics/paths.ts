import type { Proof, TagPlan } from "#lib/trust/set-up/plan";
import { writeTrustPolicy } from "#lib/trust/set-up/write-trust-policy";
import { code, facts as factList, type HelpBlock, section, steps, text, topics } from "../blocks";
import { exampleRole } from "../help-facts";
import type { HelpSource } from "../say";

const ANY_TAGS: TagPlan = { kind: "any" };

const toJson = (value: unknown) => JSON.stringify(value, null, 2);

/** As the set-up page writes it, for a role that may send any tags. */
function trustBlocks({ facts, say }: HelpSource, proof: Proof): readonly HelpBlock[] {
  const isOwn = proof.via !== "session-token";
  const plan = {
    proof,
    tags: isOwn ? ANY_TAGS : ({ kind: "none" } as const),
    sourceIdentity: isOwn ? "allowed" : "none",
    sessionNamePrefix: "",
  } as const;
  return [text(say("path.trustText")), code(say("path.trust"), toJson(writeTrustPolicy(plan, exampleRole(facts))))];
}

export function portalOidc(source: HelpSource) {
  const { facts, say } = source;
  const { issuerUrl, oidcProvider: provider, audience } = facts;
  const create = `aws iam create-open-id-connect-provider --url ${issuerUrl} --client-id-list ${audience}`;
  return [
    section("how", say("portal-oidc.how.title"), text(say("portal-oidc.how.text"))),
    section(
      "values",
      say("path.facts"),
      factList(
        [say("path.issuer"), issuerUrl],
        [say("path.provider"), provider],
        [say("path.audience"), audience],
        [say("path.discovery"), `${issuerUrl}/.well-known/openid-configuration`],
        [say("path.jwks"), `${issuerUrl}/jwks`],
        [say("path.keys"), say("path.none")],
        [say("path.session"), say("path.roleMax")],
      ),
    ),
    section("needs", say("portal-oidc.needs.title"), steps(say("portal-oidc.needs.steps"))),
    section("provider", say("path.create"), code(say("path.create"), create)),
    section(
      "trust",
      say("path.trust"),
      ...trustBlocks(source, { via: "portal-oidc", provider, audience, subjects: null }),
    ),
    section("next", say("ui.seeAlso"), topics("portal-saml", "troubleshooting")),
  ];
}

export function portalSaml(source: HelpSource) {
  const { facts, say } = source;
  const { samlMetadataUrl, samlProvider: provider, samlRecipient: recipient, samlEntityId } = facts;
  const create = [
    `curl -fsSo gatehouse.xml ${samlMetadataUrl}`,
    `aws iam create-saml-provider --name ${provider} --saml-metadata-document file://gatehouse.xml`,
  ].join("\n");
  return [
    section("how", say("portal-saml.how.title"), text(say("portal-saml.how.text"))),
    section(
      "values",
      say("path.facts"),
      factList(
        [say("path.metadata"), samlMetadataUrl],
        [say("path.entityId"), samlEntityId],
        [say("path.recipient"), recipient],
        [say("path.samlProvider"), provider],
        [say("path.keys"), say("path.none")],
        [say("path.session"), say("path.roleMax")],
      ),
    ),
    section("needs", say("portal-saml.needs.title"), steps(say("portal-saml.needs.steps"))),
    section("provider", say("path.create"), code(say("path.create"), create)),
    section(
      "trust",
      say("path.trust"),
      ...trustBlocks(source, { via: "portal-saml", provider, recipient, issuer: samlEntityId, subjects: null }),
    ),
  ];
}

export function assumeRole(source: HelpSource) {
  const { facts, say } = source;
  const { partition, accountId, roleArn } = exampleRole(facts);
  const principalArn = `arn:${partition}:iam::${accountId}:role/PORTAL-ROLE`;
  const statement = {
    Version: "2012-10-17",
    Statement: [
      { Effect: "Allow", Action: ["sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"], Resource: roleArn },
    ],
  };
  return [
    section("how", say("assume-role.how.title"), text(say("assume-role.how.text"))),
    section(
      "values",
      say("path.facts"),
      factList([say("path.keys"), say("assume-role.keys")], [say("path.session"), say("assume-role.session")]),
    ),
    section("needs", say("assume-role.needs.title"), steps(say("assume-role.needs.steps"))),
    section("permissions", say("path.permissions"), code(say("path.permissions"), toJson(statement))),
    section(
      "trust",
      say("path.trust"),
      text(say("assume-role.principal")),
      ...trustBlocks(source, { via: "assume-role", principalArn, externalId: "EXTERNAL-ID", mfa: false }),
    ),
  ];
}

export function sessionToken(source: HelpSource) {
  const { facts, say } = source;
  const values = section(
    "values",
    say("path.facts"),
    factList([say("path.keys"), say("session-token.keys")], [say("path.session"), say("session-token.session")]),
    ...(facts.iamUserSessions ? [code("/iam-user", `${facts.portalUrl}/iam-user`)] : [text(say("session-token.off"))]),
  );
  const proof = { via: "session-token", userAccountId: null, externalId: null, maxMfaAgeSeconds: 3600 } as const;
  return [
    section("how", say("session-token.how.title"), text(say("session-token.how.text"))),
    values,
    section("needs", say("session-token.needs.title"), steps(say("session-token.needs.steps"))),
    section("trust", say("path.trust"), ...trustBlocks(source, proof)),
  ];
}
