import { code, facts as factList, section, steps, table, text } from "../blocks";
import type { HelpIdp } from "../help-facts";
import type { HelpSource, Say } from "../say";

function addressesOf(idp: HelpIdp, say: Say) {
  if (idp.type === "oidc") {
    return factList(
      [say("identity-providers.yours.redirect"), idp.redirectUri],
      [say("identity-providers.yours.logout"), idp.logoutUri],
      [say("identity-providers.yours.issuer"), idp.issuer],
      [say("identity-providers.yours.client"), idp.clientId],
    );
  }
  return factList(
    [say("identity-providers.yours.entityId"), idp.entityId],
    [say("identity-providers.yours.acs"), idp.acsUrl],
    [say("identity-providers.yours.slo"), idp.sloUrl],
    [say("identity-providers.yours.awsAcs"), idp.awsAcsUrl],
  );
}

const OIDC_YAML = `identityProviders:
  - id: new-idp
    type: oidc
    name: New IdP
    issuer: https://login.example.com
    clientId: CLIENT-ID
    clientSecret: \${NEW_IDP_SECRET}`;

const SAML_YAML = `identityProviders:
  - id: new-idp
    type: saml
    name: New IdP
    metadataUrl: https://login.example.com/metadata`;

export function identityProviders({ facts, say }: HelpSource) {
  const { portalUrl, idps } = facts;
  const base = `${portalUrl}/api/saml/new-idp`;
  const vendors = ["entra", "okta", "keycloak", "google", "adfs"] as const;
  return [
    ...idps.map((idp) =>
      section(
        `idp-${idp.id}`,
        say("identity-providers.yours.title", { name: idp.name, id: idp.id }),
        addressesOf(idp, say),
      ),
    ),
    section("steps", say("identity-providers.steps.title"), steps(say("identity-providers.steps.list"))),
    section(
      "oidc",
      say("identity-providers.oidc.title"),
      text(say("identity-providers.oidc.text")),
      factList(
        [say("identity-providers.yours.redirect"), `${portalUrl}/api/auth/callback/new-idp`],
        [say("identity-providers.yours.logout"), `${portalUrl}/sign-in`],
      ),
      code("gatehouse.yaml", OIDC_YAML),
    ),
    section(
      "saml",
      say("identity-providers.saml.title"),
      text(say("identity-providers.saml.text")),
      factList(
        [say("identity-providers.yours.entityId"), `${base}/metadata`],
        [say("identity-providers.yours.acs"), `${base}/acs`],
        [say("identity-providers.yours.slo"), `${base}/slo`],
      ),
      code("gatehouse.yaml", SAML_YAML),
    ),
    section(
      "groups",
      say("identity-providers.groups.title"),
      text(say("identity-providers.groups.text")),
      table(
        [say("identity-providers.groups.vendor"), say("identity-providers.groups.trap")],
        vendors.map((vendor) => [`\`${vendor}\``, say(`identity-providers.groups.${vendor}`)]),
      ),
    ),
  ];
}
