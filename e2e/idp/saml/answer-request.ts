import { randomBytes } from "node:crypto";
import type { ServerResponse } from "node:http";
import { encryptAssertion } from "./encrypt-assertion";
import { NAME_ID_FORMATS } from "./identity-provider";
import type { IdpSession } from "./idp-sessions";
import { buildAwsAttributes, buildPersonAttributes } from "./person-attributes";
import { buildRefusalXml, buildResponseXml, type NameId } from "./response-xml";
import { sendByPost } from "./send-message";
import type { ServiceProvider } from "./service-provider";
import { signElement } from "./sign-xml";
import type { PendingRequest, StandInState } from "./stand-in-state";

/** An xs:ID: never starts with a digit (core, 1.3.4). */
export const newSamlId = (): string => `_${randomBytes(20).toString("hex")}`;

/** Posts a response about the session's person to the application, and remembers that they are signed in there. */
export async function answerRequest(
  state: StandInState,
  response: ServerResponse,
  pending: PendingRequest,
  session: IdpSession,
): Promise<void> {
  const sp = await state.requireServiceProvider({ id: pending.spId });
  const nameId = buildNameIdFor(session, sp, pending.nameIdFormat);
  const sessionIndex = newSamlId();
  session.participations.push({ spId: sp.id, nameId, sessionIndex });
  const xml = buildResponseXml(describeResponse(state, pending, session, { sp, nameId, sessionIndex }));
  const secured = secureResponse(state, sp, xml);
  sendByPost(response, { url: pending.acsUrl, kind: "SAMLResponse", xml: secured, relayState: pending.relayState });
}

/** Tells a passive request that nobody is signed in. Signed, so that only this IdP can say so. */
export function refusePassively(state: StandInState, response: ServerResponse, pending: PendingRequest): void {
  const parts = {
    responseId: newSamlId(),
    issuer: state.entityId,
    destination: pending.acsUrl,
    inResponseTo: pending.requestId,
    issuedAt: state.now(),
  };
  const xml = signElement(buildRefusalXml(parts, "NoPassive"), ["Response"], state.keys);
  sendByPost(response, { url: pending.acsUrl, kind: "SAMLResponse", xml, relayState: pending.relayState });
}

function describeResponse(
  state: StandInState,
  pending: PendingRequest,
  session: IdpSession,
  to: { readonly sp: ServiceProvider; readonly nameId: NameId; readonly sessionIndex: string },
): Parameters<typeof buildResponseXml>[0] {
  const controls = state.controls.current();
  const issuedAtMs = state.now().getTime() - controls.ageSeconds * 1000;
  const after = (seconds: number) => new Date(issuedAtMs + seconds * 1000);
  return {
    responseId: newSamlId(),
    assertionId: newSamlId(),
    issuer: state.entityId,
    destination: pending.acsUrl,
    recipient: to.sp.recipient ?? pending.acsUrl,
    audience: to.sp.entityId,
    inResponseTo: pending.requestId,
    issuedAt: after(0),
    authenticatedAt: new Date(Math.min(session.authenticatedAt.getTime(), issuedAtMs)),
    notOnOrAfter: after(controls.assertionLifetimeSeconds),
    sessionEndsAt: after(controls.sessionLifetimeSeconds),
    sessionIndex: to.sessionIndex,
    nameId: to.nameId,
    attributes: [
      ...buildPersonAttributes(session.person, controls),
      ...buildAwsAttributes(state.awsAttributes(session.person)),
    ],
  };
}

/** The assertion is signed, then encrypted, then the response is signed over what is sent. */
function secureResponse(state: StandInState, sp: ServiceProvider, xml: string): string {
  const { sign, encrypt } = state.controls.current();
  const asserted = sign === "response" ? xml : signElement(xml, ["Response", "Assertion"], state.keys);
  if (encrypt !== "none" && sp.encryptionCertificate === null)
    throw new Error(`${sp.name} publishes no key to encrypt for`);
  const sealed =
    encrypt === "none" || sp.encryptionCertificate === null
      ? asserted
      : encryptAssertion(asserted, sp.encryptionCertificate, encrypt);
  return sign === "assertion" ? sealed : signElement(sealed, ["Response"], state.keys);
}

function buildNameIdFor(session: IdpSession, sp: ServiceProvider, wanted: string | null): NameId {
  const spNameQualifier = sp.entityId;
  if (wanted === NAME_ID_FORMATS.email) return { value: session.person.email, format: wanted, spNameQualifier };
  if (wanted === NAME_ID_FORMATS.transient) return { value: newSamlId(), format: wanted, spNameQualifier };
  return { value: session.person.subject, format: NAME_ID_FORMATS.persistent, spNameQualifier };
}
