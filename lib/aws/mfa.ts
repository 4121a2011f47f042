import { err, ok, type Result } from "#lib/result";
import { isPartition, type Partition } from "./partition";

/** The device whose code proves a second factor: a virtual one by its ARN, a hardware one by the serial number on it. */
export type MfaDevice = {
  readonly serialNumber: string;
  /** What the ARN tells; a hardware serial tells nothing. */
  readonly partition: Partition | null;
  readonly accountId: string | null;
};

export type MfaDeviceProblem =
  | "mfa_device_invalid" // no serial number and no ARN
  | "mfa_device_without_codes"; // a passkey or security key: it has no codes to type

// STS API Reference, GetSessionToken: SerialNumber is 9 to 256 of [\w+=/:,.@-]. The serial of a hardware device, such as
// GAHT12345678, is short: a secret key that somebody pasted into the wrong field is none.
const HARDWARE_SERIAL = /^[\w-]{9,32}$/;
const MAX_ARN_LENGTH = 256;
const MFA_ARN = /^arn:([a-z-]+):iam::(\d{12}):mfa\/[\w+=/,.@-]+$/;
const SECURITY_KEY_ARN = /^arn:[a-z-]+:iam::\d{12}:u2f\//;

/**
 * An MFA device as STS wants it, without white space around it. An ARN has to be that of an MFA device
 * in a partition that the portal knows; the ARN of a user, of a role or of a security key is refused.
 */
export function parseMfaDevice(text: string): Result<MfaDevice, MfaDeviceProblem> {
  const serialNumber = text.trim();
  if (SECURITY_KEY_ARN.test(serialNumber)) return err("mfa_device_without_codes");
  if (HARDWARE_SERIAL.test(serialNumber)) return ok({ serialNumber, partition: null, accountId: null });
  if (serialNumber.length > MAX_ARN_LENGTH) return err("mfa_device_invalid");
  const [, partition = "", accountId = ""] = MFA_ARN.exec(serialNumber) ?? [];
  return isPartition(partition) ? ok({ serialNumber, partition, accountId }) : err("mfa_device_invalid");
}

/** Six digits, as STS's TokenCode; spaces are dropped, since apps show `123 456`. */
export function parseMfaCode(text: string): Result<string, "mfa_code_invalid"> {
  const digits = text.replace(/\s/g, "");
  return /^\d{6}$/.test(digits) ? ok(digits) : err("mfa_code_invalid");
}
