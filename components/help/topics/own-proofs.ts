import { writeTrustPolicy } from "#lib/trust/set-up/write-trust-policy";
import { code, facts as factList, section, steps, table, text, topics, warning } from "../blocks";
import { exampleRole, type HelpIdp } from "../help-facts";
import type { HelpSource } from "../say";

const toJson = (value: unknown) => JSON.stringify(value, null, 2);

const MADE_UP = {
  oidc: {
    id: "corp",
    type: "oidc",
    name: "Corporate SSO",
    issuer: "https://login.example.com",
    clientId: "gatehouse",
    redirectUri: "",
    logoutUri: "",
  },
  saml: { id: "corp", type: "saml", name: "Corporate SSO" },
} as const;

const isOidc = (idp: HelpIdp) => idp.type === "oidc";
const isSaml = (idp: HelpIdp) => idp.type === "saml";

/** IAM names an OIDC provider by its issuer without the scheme. */
const toProvider = (issuer: string) => issuer.replace(/^https?:\/\//, "");

export function idpOidc({ facts, say }: HelpSource) {
  const idp = facts.idps.find(isOidc) ?? MADE_UP.oidc;
  const provider = toProvider(idp.issuer);
  const policy = writeTrustPolicy(
    {
      proof: {
        via: "idp-oidc",
        provider,
        audience: idp.clientId,
        subjects: { operator: "StringEquals", values: ["SUBJECT-OF-A-PERSON"] },
      },
      tags: { kind: "none" },
      sourceIdentity: "none",
      sessionNamePrefix: "",
    },
    exampleRole(facts),
  );
  const create = `aws iam create-open-id-connect-provider --url ${idp.issuer} --client-id-list ${idp.clientId}`;
  return [
    section("how", say("idp-oidc.how.title"), text(say("idp-oidc.how.text"))),
    section(
      "values",
      say("path.facts"),
      factList(
        [say("path.issuer"), idp.issuer],
        [say("path.provider"), provider],
        [say("path.audience"), idp.clientId],
        [say("path.keys"), say("path.none")],
        [say("path.session"), say("path.roleMax")],
      ),
    ),
    section("needs", say("idp-oidc.needs.title"), steps(say("idp-oidc.needs.steps"))),
    section("provider", say("path.create"), code(say("path.create"), create)),
    section("trust", say("path.trust"), text(say("path.trustText")), code(say("path.trust"), toJson(policy))),
    section("next", say("ui.seeAlso"), topics("identity-providers")),
  ];
}

export function idpSaml({ facts, say }: HelpSource) {
  const idp = facts.idps.find(isSaml);
  const id = idp?.id ?? MADE_UP.saml.id;
  const recipient = idp?.acsUrl ?? `${facts.portalUrl}/api/saml/${id}/acs`;
  const policy = writeTrustPolicy(
    {
      proof: { via: "idp-saml", provider: id, recipient, issuer: null, subjects: null },
      tags: { kind: "any" },
      sourceIdentity: "allowed",
      sessionNamePrefix: "",
    },
    exampleRole(facts),
  );
  const create = `aws iam create-saml-provider --name ${id} --saml-metadata-document file://${id}-metadata.xml`;
  const attributes = "https://aws.amazon.com/SAML/Attributes";
  return [
    section("how", say("idp-saml.how.title"), text(say("idp-saml.how.text"))),
    section(
      "values",
      say("path.facts"),
      factList(
        [say("path.recipient"), recipient],
        [say("path.keys"), say("path.none")],
        [say("path.session"), say("path.roleMax")],
      ),
    ),
    section("needs", say("idp-saml.needs.title"), steps(say("idp-saml.needs.steps"))),
    section(
      "attributes",
      say("idp-saml.attributes.title"),
      table(
        [say("idp-saml.attributes.name"), say("idp-saml.attributes.value")],
        [
          [`\`${attributes}/Role\``, say("idp-saml.attributes.role")],
          [`\`${attributes}/RoleSessionName\``, say("idp-saml.attributes.session")],
        ],
      ),
    ),
    section("provider", say("path.create"), code(say("path.create"), create)),
    section("trust", say("path.trust"), text(say("path.trustText")), code(say("path.trust"), toJson(policy))),
    section("next", say("ui.seeAlso"), topics("identity-providers")),
  ];
}

export function federationToken({ facts, say }: HelpSource) {
  const { partition, accountId } = exampleRole(facts);
  const statement = {
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Action: ["sts:GetFederationToken", "sts:TagSession"],
        Resource: `arn:${partition}:sts::${accountId}:federated-user/*`,
      },
    ],
  };
  return [
    section("how", say("federation-token.how.title"), text(say("federation-token.how.text"))),
    section(
      "values",
      say("path.facts"),
      factList(
        [say("path.keys"), say("federation-token.keys")],
        [say("path.session"), say("federation-token.session")],
      ),
    ),
    section(
      "needs",
      say("federation-token.needs.title"),
      steps(say("federation-token.needs.steps")),
      warning(say("federation-token.note")),
    ),
    section("permissions", say("path.permissions"), code(say("path.permissions"), toJson(statement))),
  ];
}
