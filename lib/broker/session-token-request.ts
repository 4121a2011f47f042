import "server-only";
import { z } from "zod";
import { type AccessKey, parseAccessKeyId, parseSecretAccessKey } from "#lib/aws/access-key";
import { MIN_DURATION_SECONDS } from "#lib/aws/duration";
import { type MfaDevice, parseMfaCode, parseMfaDevice } from "#lib/aws/mfa";
import { isPartition, type Partition } from "#lib/aws/partition";
import { err, ok, type Result } from "#lib/result";
import { scopeSchema } from "#lib/session-policy/scope";
import { PLAIN_TEXT } from "./plain-text";
import type { IamUserFieldCode } from "./refusal";

/** Longest session of an IAM user: 36 hours (STS API Reference, GetSessionToken). */
export const MAX_SESSION_TOKEN_SECONDS = 129_600;

const typed = z.string().max(2048);

/** The body of POST /api/session-token: as typed, since what is wrong with a field is for the use case to say. */
const bodySchema = z.strictObject({
  accessKeyId: typed,
  secretAccessKey: typed,
  mfaDevice: typed,
  mfaCode: typed,
  durationSeconds: z.number().optional(),
  partition: z.string().refine(isPartition).optional(),
  role: z
    .strictObject({
      accountId: z.string().regex(/^\d{12}$/),
      roleName: z.string().min(1).max(600).regex(PLAIN_TEXT),
    })
    .optional(),
  /** For a role that asks for one. */
  reason: z.string().max(2048).optional(),
  scope: scopeSchema.optional(),
});

/** GetSessionToken takes no policy: only a role's session can be narrowed. */
export const sessionTokenRequest = bodySchema.refine(({ scope, role }) => scope === undefined || role !== undefined);

export type SessionTokenRequest = z.output<typeof sessionTokenRequest>;

/** The same, read: everything that one call needs of the person. */
export type SessionTokenAsk = {
  readonly key: AccessKey;
  readonly device: MfaDevice;
  readonly mfaCode: string;
  readonly durationSeconds: number | undefined;
  readonly partition: Partition | undefined;
};

const isPossibleDuration = (seconds: number | undefined) =>
  seconds === undefined ||
  (Number.isInteger(seconds) && seconds >= MIN_DURATION_SECONDS && seconds <= MAX_SESSION_TOKEN_SECONDS);

/** Refuses, field by field from the top, what AWS could not take; nothing is sent then. */
export function readSessionTokenRequest(body: SessionTokenRequest): Result<SessionTokenAsk, IamUserFieldCode> {
  const accessKeyId = parseAccessKeyId(body.accessKeyId);
  if (!accessKeyId.ok) return accessKeyId;
  const secretAccessKey = parseSecretAccessKey(body.secretAccessKey);
  if (!secretAccessKey.ok) return secretAccessKey;
  const device = parseMfaDevice(body.mfaDevice);
  if (!device.ok) return device;
  const mfaCode = parseMfaCode(body.mfaCode);
  if (!mfaCode.ok) return mfaCode;
  const { durationSeconds, partition } = body;
  if (!isPossibleDuration(durationSeconds)) return err("duration_out_of_range");
  const { partition: ofDevice } = device.value;
  if (partition !== undefined && ofDevice !== null && ofDevice !== partition) return err("mfa_device_partition");
  const key = { accessKeyId: accessKeyId.value, secretAccessKey: secretAccessKey.value };
  return ok({ key, device: device.value, mfaCode: mfaCode.value, durationSeconds, partition });
}
