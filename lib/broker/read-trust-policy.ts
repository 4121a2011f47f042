import "server-only";
import { randomUUID } from "node:crypto";
import { buildRoleArn, type ParsedRoleArn } from "#lib/aws/arn";
import { type GetRoleRefusal, getRole, type RoleTrust } from "#lib/iam/get-role";
import { issueIdToken } from "#lib/issuer/id-token";
import { TRUST_READER_SUBJECT } from "#lib/issuer/subject";
import { err, type Result } from "#lib/result";
import { assumeRole } from "#lib/sts/assume-role";
import { assumeRoleWithWebIdentity } from "#lib/sts/assume-role-with-web-identity";
import { callSts } from "#lib/sts/calls";
import type { StsRefusal } from "#lib/sts/errors";
import { findOwnPrincipal } from "#lib/sts/own-principal";
import type { Portal } from "./portal";
import type { Proof } from "./proofs";
import { regionOf } from "./region-of";
import { signingKeys } from "./signing-keys";
import { targetOf } from "./sts-route";
import { within } from "./within";

/** Why a trust policy could not be read. */
export type TrustReadProblem =
  | "trust_reader_denied"
  | "trust_reader_unavailable"
  | "portal_principal_missing"
  | GetRoleRefusal;

type Reader = NonNullable<Portal["config"]["aws"]["trustReader"]>;

/** In all: somebody waits for the refusal that it explains. Milliseconds. */
const LIMIT_MS = 3_000;
const ONE_CALL_MS = 1_400;
const SESSION = { roleSessionName: "gatehouse-trust-reader", durationSeconds: 900 };

/** The reader's session may do one thing with one role, whatever the role of the reader may. */
const narrowTo = ({ arn }: ParsedRoleArn) => ({
  policy: JSON.stringify({
    Version: "2012-10-17",
    Statement: { Effect: "Allow", Action: "iam:GetRole", Resource: arn },
  }),
  policyArns: [],
});

const readerOf = ({ role }: Reader, { partition, accountId }: ParsedRoleArn) =>
  buildRoleArn({ partition, accountId, roleName: role });

type Prove = (portal: Portal, reader: Reader, role: ParsedRoleArn) => Promise<Proof | null>;

const proveByToken: Prove = async ({ config, now }, reader, role) => {
  const { active } = await signingKeys();
  const webIdentityToken = await issueIdToken({
    issuer: config.issuer.url,
    key: active,
    subject: TRUST_READER_SUBJECT,
    tags: [],
    transitiveTagKeys: [],
    sourceIdentity: null,
    now: now(),
    jti: randomUUID(),
  });
  const request = { ...SESSION, ...narrowTo(role), roleArn: readerOf(reader, role), webIdentityToken };
  return { call: assumeRoleWithWebIdentity(request) };
};

const proveByPrincipal: Prove = async ({ now }, reader, role) => {
  const principal = await findOwnPrincipal(now().getTime());
  if (principal === null) return null;
  const call = assumeRole({
    ...SESSION,
    ...narrowTo(role),
    roleArn: readerOf(reader, role),
    sourceIdentity: null,
    tags: [],
    transitiveTagKeys: [],
    externalId: reader.externalId ?? null,
    mfa: null,
  });
  return { call, signing: { signer: principal.signer } };
};

const PROOFS: Record<Reader["via"], Prove> = { "portal-oidc": proveByToken, "assume-role": proveByPrincipal };

const toProblem = ({ code }: StsRefusal): TrustReadProblem =>
  code === "sts_unavailable" || code === "sts_throttled" ? "trust_reader_unavailable" : "trust_reader_denied";

async function read(portal: Portal, reader: Reader, role: ParsedRoleArn): Promise<Result<RoleTrust, TrustReadProblem>> {
  const proof = await PROOFS[reader.via](portal, reader, role);
  if (proof === null) return err("portal_principal_missing");
  const region = regionOf(portal.config, { region: null, partition: role.partition });
  const target = { ...targetOf(portal, region), requestTimeoutMs: ONE_CALL_MS, maxAttempts: 1 };
  const session = await callSts(proof.call, target, proof.signing);
  if (!session.ok) return err(toProblem(session.error));
  const { expiresAt: _, ...keys } = session.value.credentials;
  return getRole({
    roleName: role.roleName,
    partition: role.partition,
    endpoint: portal.config.aws.endpoints.iam,
    keys,
    timeoutMs: ONE_CALL_MS,
  });
}

/**
 * A role's trust policy from IAM, now, by the account's trust reader (`aws.trustReader`): a session of its own, narrowed to
 * iam:GetRole on this one role. Three seconds in all. Null where none is configured; never throws.
 */
export async function readTrustPolicy(
  portal: Portal,
  role: ParsedRoleArn,
): Promise<Result<RoleTrust, TrustReadProblem> | null> {
  const { trustReader } = portal.config.aws;
  if (trustReader === undefined) return null;
  const late = err("trust_reader_unavailable" as const);
  try {
    return await within(LIMIT_MS, read(portal, trustReader, role), late);
  } catch {
    return late;
  }
}
