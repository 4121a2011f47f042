import { describe, expect, test } from "vitest";
import { CHINA, OFFER, PAYMENTS, planOf } from "./fixtures/offer";
import { formatConfig } from "./format-config";
import { mergeConfig } from "./merge-config";

const WHOLE = `[sso-session portal]
sso_start_url = https://identitycenter.amazonaws.com/ssoins-0123456789abcdef
sso_region = eu-west-1
sso_registration_scopes = sso:account:access

[services portal]
sso_oidc =
  endpoint_url = https://aws.example.com/api/sso-oidc
sso =
  endpoint_url = https://aws.example.com/api/sso

[profile Shanghai-1f83c65b-Developer]
sso_session = portal
sso_account_id = 222222222222
sso_role_name = Developer
services = portal
region = cn-north-1

[profile payments-dev-Auditor]
sso_session = portal
sso_account_id = 111111111111
sso_role_name = team/Auditor
services = portal
region = eu-west-1

[profile payments-dev-Developer]
sso_session = portal
sso_account_id = 111111111111
sso_role_name = Developer
services = portal
region = eu-west-1
`;

describe("the file for somebody who has none", () => {
  test("holds the session, where it leads, and a profile for each role by name, in the Region of its account", () => {
    const profileName = /\[profile (Shanghai-\S+)\]/.exec(formatConfig(planOf()))?.[1] ?? "";
    expect(formatConfig(planOf())).toBe(WHOLE.replace("Shanghai-1f83c65b-Developer", profileName));
  });

  test("is the same to the byte whatever order the roles come in", () => {
    const turned = { ...PAYMENTS, roleNames: [...PAYMENTS.roleNames].reverse() };
    expect(formatConfig(planOf({ accounts: [turned, CHINA] }))).toBe(formatConfig(planOf()));
  });

  test("is what merging into an empty file gives", () => {
    expect(mergeConfig("", planOf())).toMatchObject({ ok: true, value: { text: formatConfig(planOf()) } });
  });

  test("holds the favourites alone when only they are wanted", () => {
    const text = formatConfig(planOf({}, { roles: "starred" }));
    expect(text.match(/^\[profile .*$/gm)).toEqual(["[profile payments-dev-Developer]"]);
  });

  test("leads STS elsewhere where it is not AWS's own", () => {
    const text = formatConfig(planOf({ portal: { ...OFFER.portal, stsUrl: "http://127.0.0.1:4003" } }));
    expect(text).toContain("sts =\n  endpoint_url = http://127.0.0.1:4003\n");
  });

  test("shows as many profiles as are asked for", () => {
    expect(formatConfig(planOf(), 1).match(/^\[profile /gm)).toHaveLength(1);
  });
});
