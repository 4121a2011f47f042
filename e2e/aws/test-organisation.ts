import type { AwsAccountDescription, RoleDescription, SamlProviderDescription } from "./description";

export const ACCOUNT = "111111111111";
export const SAML_PROVIDER = `arn:aws:iam::${ACCOUNT}:saml-provider/corp`;
export const SIGNIN = "https://signin.aws.amazon.com/saml";
export const roleArn = (name: string): string => `arn:aws:iam::${ACCOUNT}:role/${name}`;

const user = {
  name: "portal",
  accessKeyId: "AKIAIOSFODNN7EXAMPLE",
  secretAccessKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
  mfa: { serialNumber: `arn:aws:iam::${ACCOUNT}:mfa/portal`, code: "123456" },
};
export const userKeys = { accessKeyId: user.accessKeyId, secretAccessKey: user.secretAccessKey };

function trust(principal: object, actions: readonly string[], condition: object = {}): object {
  const statement = { Effect: "Allow", Principal: principal, Action: actions, Condition: condition };
  return { Version: "2012-10-17", Statement: [statement] };
}

const ALL = ["sts:TagSession", "sts:SetSourceIdentity"];

function listRoles(issuer: string): RoleDescription[] {
  const host = issuer.replace(/^https?:\/\//, "");
  const oidc = { Federated: `arn:aws:iam::${ACCOUNT}:oidc-provider/${host}` };
  const web = "sts:AssumeRoleWithWebIdentity";
  const forClient = { StringEquals: { [`${host}:aud`]: "sts.amazonaws.com" } };
  return [
    { name: "team/Developer", maxSessionDurationSeconds: 43_200, trustPolicy: trust(oidc, [web, ...ALL], forClient) },
    { name: "Plain", trustPolicy: trust(oidc, [web], forClient) },
    {
      name: "Payments",
      trustPolicy: trust(oidc, [web, ...ALL], { StringEquals: { "aws:RequestTag/team": "payments" } }),
    },
    {
      name: "Saml",
      maxSessionDurationSeconds: 28_800,
      trustPolicy: trust({ Federated: SAML_PROVIDER }, ["sts:AssumeRoleWithSAML", ...ALL], {
        StringEquals: { "SAML:aud": SIGNIN },
      }),
    },
    {
      name: "Hub",
      maxSessionDurationSeconds: 14_400,
      trustPolicy: trust({ AWS: [ACCOUNT] }, ["sts:AssumeRole", ...ALL]),
    },
    {
      name: "Vendor",
      trustPolicy: trust({ AWS: ACCOUNT }, ["sts:AssumeRole"], { StringEquals: { "sts:ExternalId": "customer-7" } }),
    },
    {
      name: "Fresh",
      trustPolicy: trust({ AWS: ACCOUNT }, ["sts:AssumeRole"], {
        NumericLessThan: { "aws:MultiFactorAuthAge": "120" },
      }),
    },
    {
      name: "Guarded",
      trustPolicy: trust({ AWS: ACCOUNT }, ["sts:AssumeRole"], { Bool: { "aws:MultiFactorAuthPresent": "true" } }),
    },
  ];
}

/** One account with every kind of role that the tests assume. */
export function describeAccount(issuer: string, saml: SamlProviderDescription): AwsAccountDescription {
  return {
    id: ACCOUNT,
    name: "payments-prod",
    oidcProviders: [{ url: issuer, clientIds: ["sts.amazonaws.com"] }],
    samlProviders: [saml],
    roles: listRoles(issuer),
    users: [user],
  };
}
