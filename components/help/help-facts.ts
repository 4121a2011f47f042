import type { Partition } from "#lib/aws/partition";

/** What to register at an identity provider, for this portal. */
export type HelpIdp =
  | {
      readonly type: "oidc";
      readonly id: string;
      readonly name: string;
      readonly issuer: string;
      readonly clientId: string;
      readonly redirectUri: string;
      readonly logoutUri: string;
    }
  | {
      readonly type: "saml";
      readonly id: string;
      readonly name: string;
      readonly entityId: string;
      readonly acsUrl: string;
      readonly sloUrl: string;
      readonly awsAcsUrl: string;
    };

/** A role that examples are about. */
export type HelpRole = {
  readonly accountId: string;
  readonly accountName: string;
  readonly roleName: string;
  readonly roleArn: string;
  readonly region: string;
  readonly partition: Partition;
  readonly via: string;
};

/** The portal's real values, and no more of its roles than the reader holds. */
export type HelpFacts = {
  readonly portalName: string;
  readonly portalUrl: string;
  readonly issuerUrl: string;
  /** As IAM names the provider: host and path. */
  readonly oidcProvider: string;
  readonly audience: string;
  readonly samlMetadataUrl: string;
  readonly samlEntityId: string;
  readonly samlProvider: string;
  readonly samlRecipient: string;
  readonly sessionSeconds: number;
  readonly capped: boolean;
  readonly iamUserSessions: boolean;
  readonly support: { readonly text: string; readonly url?: string | undefined } | null;
  /** The first few of the reader's own. */
  readonly roles: readonly HelpRole[];
  readonly idps: readonly HelpIdp[];
};

/** For somebody who holds nothing yet. The account is the one of AWS's own documentation. */
const MADE_UP: HelpRole = {
  accountId: "111122223333",
  accountName: "example-account",
  roleName: "Developer",
  roleArn: "arn:aws:iam::111122223333:role/Developer",
  region: "us-east-1",
  partition: "aws",
  via: "portal-oidc",
};

export const exampleRole = ({ roles }: HelpFacts): HelpRole => roles[0] ?? MADE_UP;

/** As `aws iam` takes it: without the path. */
export const bareRoleName = ({ roleName }: HelpRole): string => roleName.slice(roleName.lastIndexOf("/") + 1);
