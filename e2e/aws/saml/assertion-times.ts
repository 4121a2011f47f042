import { expiredToken, invalidIdentityToken, type Refusal } from "../refusal";
import type { Sandbox } from "../sandbox";
import type { Assertion } from "./assertion";

const REDEEM_WITHIN_MS = 5 * 60 * 1000;

/** Within five minutes of issue, and before each of the three ends. */
export function checkAssertionTimes(assertion: Assertion, now: Date): Refusal | null {
  const ends = [assertion.confirmationEndsAt, assertion.conditionsEndAt, assertion.sessionEndsAt];
  if (ends.some((end) => end !== null && end <= now)) return expiredToken("Response has expired");
  return now.getTime() - assertion.issuedAt.getTime() > REDEEM_WITHIN_MS
    ? expiredToken("Token must be redeemed within 5 minutes of issuance")
    : null;
}

/** What AWS does not check. The texts are the stand-in's own, but for the first, which AWS has for another case. */
export function checkStrictly(assertion: Assertion, sandbox: Sandbox): Refusal | null {
  if (sandbox.mode !== "strict") return null;
  if (!assertion.audiences.includes("urn:amazon:webservices")) {
    return invalidIdentityToken("Response does not contain the required audience.");
  }
  if (assertion.notBefore !== null && assertion.notBefore > sandbox.clock()) {
    return invalidIdentityToken("strict: the assertion is not valid yet");
  }
  const key = `${assertion.issuer} ${assertion.id}`;
  if (sandbox.redeemedAssertions.has(key)) return invalidIdentityToken("strict: the assertion was redeemed before");
  sandbox.redeemedAssertions.add(key);
  return null;
}
