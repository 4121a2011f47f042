import { findDemoAccount } from "./demo-accounts";

/** An IAM user of the stand-in, with keys that open nothing anywhere else. */
export type DemoUser = {
  readonly name: string;
  readonly accountId: string;
  readonly arn: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** The device shows the same six digits always. */
  readonly mfa: { readonly serialNumber: string; readonly code: string };
};

const { id: accountId, partition } = findDemoAccount("build-tools");

function user(name: string, accessKeyId: string, secretAccessKey: string, code: string): DemoUser {
  const at = `arn:${partition}:iam::${accountId}`;
  const mfa = { serialNumber: `${at}:mfa/${name}`, code };
  return { name, accountId, arn: `${at}:user/${name}`, accessKeyId, secretAccessKey, mfa };
}

/** The portal's own principal: what it signs AssumeRole and GetFederationToken with. */
export const PORTAL_USER = user(
  "gatehouse-portal",
  "AKIAGATEHOUSEEXAMPLE",
  "GatehousePortal/DemoNotSecret/EXAMPLEKEY",
  "135791",
);

/** The developer still has an IAM user: the key and the code to type on the portal's page for it. */
export const BEN = user("ben.lindqvist", "AKIABENLINDQVEXAMPLE", "BenLindqvist/DemoKeyNotSecret/EXAMPLEKEY", "246810");

/** The administrator has one too. */
export const AMARA = user("amara.okafor", "AKIAAMARAOKAFEXAMPLE", "AmaraOkafor/DemoKeysNotSecret/EXAMPLEKEY", "112358");

export const PEOPLES_USERS: readonly DemoUser[] = [BEN, AMARA];

/** The portal's process finds its own principal where the AWS SDK looks first: in the environment. */
export const PORTAL_KEYS = {
  AWS_ACCESS_KEY_ID: PORTAL_USER.accessKeyId,
  AWS_SECRET_ACCESS_KEY: PORTAL_USER.secretAccessKey,
} as const;
