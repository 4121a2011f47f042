import "server-only";
import type { SamlProviderConfig } from "#lib/config/identity-provider-schema";
import { err, ok, type Result } from "#lib/result";
import { checkAssertionShape } from "./checks/assertion-shape";
import { checkAttributes } from "./checks/attributes";
import { checkAudience } from "./checks/audience";
import { checkAuthnStatement, checkSessionEnd } from "./checks/authn-statement";
import type { Check, CheckContext, ResponseExpectation } from "./checks/check";
import { checkConditionsKnown, checkConditionsTime } from "./checks/conditions";
import { checkConfirmation } from "./checks/confirmation";
import { checkDestination } from "./checks/destination";
import { checkInResponseTo } from "./checks/in-response-to";
import { checkIssueInstant } from "./checks/issue-instant";
import { checkIssuer } from "./checks/issuer";
import { checkSubject } from "./checks/subject";
import { checkVersion } from "./checks/version";
import type { SamlIdp } from "./idp-metadata";
import type { NameId } from "./name-id";
import { openResponse } from "./open-response";
import { readSamlMessage } from "./read-message";
import { readVerifiedResponse } from "./read-verified-response";
import type { SamlRefusal } from "./saml-refusal";

/** Every rule about what was signed, one a file. The first that does not hold names the refusal. */
const CHECKS: readonly Check[] = [
  checkVersion,
  checkAssertionShape,
  checkIssuer,
  checkDestination,
  checkInResponseTo,
  checkIssueInstant,
  checkSubject,
  checkConfirmation,
  checkConditionsKnown,
  checkConditionsTime,
  checkAudience,
  checkAuthnStatement,
  checkSessionEnd,
  checkAttributes,
];

/** What a response that passed every check says. All of it is from signed bytes but `responseId`, which may be unsigned. */
export type VerifiedResponse = {
  readonly responseId: string | null;
  readonly assertionId: string;
  readonly issuer: string;
  readonly nameId: NameId;
  readonly sessionIndex: string | null;
  /** When the IdP's session ends; the portal's ends then at the latest. */
  readonly sessionNotOnOrAfter: Date | null;
  /** From here on the assertion is refused anyway: how long a replay record has to be kept. */
  readonly notOnOrAfter: Date;
  readonly authnInstant: Date;
  readonly issueInstant: Date;
  readonly attributes: ReadonlyMap<string, readonly string[]>;
  readonly recipient: string;
  /** AWS STS takes no assertion without a signature of its own, even in a signed response. */
  readonly assertionSigned: boolean;
};

export type ResponseInput = {
  /** The field of the HTTP-POST binding, base64 and all. */
  readonly samlResponse: string;
  readonly idp: SamlIdp;
  readonly provider: SamlProviderConfig;
  readonly now: Date;
  readonly expectation: ResponseExpectation;
};

function firstRefusal(context: CheckContext): SamlRefusal | null {
  for (const check of CHECKS) {
    const refusal = check(context);
    if (refusal !== null) return refusal;
  }
  return null;
}

/**
 * Verifies a Response of the HTTP-POST binding against the IdP's configured keys and every rule of SAML profiles 4.1.4.
 * Only verified bytes are read. Refuses with one code a check; throws on bugs only.
 *
 * Replay is not looked at here: the caller consumes the request and records `responseId` and `assertionId`, until
 * `notOnOrAfter`, in one atomic write, and starts a session only when that write says that none was there.
 */
export async function verifyResponse(input: ResponseInput): Promise<Result<VerifiedResponse, SamlRefusal>> {
  const { idp, provider, expectation, now } = input;
  const message = readSamlMessage(input.samlResponse);
  if (!message.ok) return message;
  const opened = openResponse(message.value, idp.signingCertificates, provider);
  if (!opened.ok) return opened;
  const { assertionSigned, ...parts } = opened.value;
  const context: CheckContext = {
    ...parts,
    idpEntityId: idp.entityId,
    allowIdpInitiated: provider.allowIdpInitiated,
    expectation,
    nowMs: now.getTime(),
    clockSkewMs: provider.clockSkew * 1000,
  };
  const refusal = firstRefusal(context);
  return refusal === null ? ok(readVerifiedResponse(context, assertionSigned)) : err(refusal);
}
