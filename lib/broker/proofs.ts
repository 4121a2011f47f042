import "server-only";
import { randomUUID } from "node:crypto";
import { buildSamlProviderArn } from "#lib/aws/arn";
import type { Via } from "#lib/config/access-schema";
import type { Caller } from "#lib/identity";
import { issueIdToken } from "#lib/issuer/id-token";
import { buildSamlRecipient } from "#lib/issuer/saml-recipient";
import { issueSamlResponse } from "#lib/issuer/saml-response";
import { buildSubject } from "#lib/issuer/subject";
import { err, ok, type Result } from "#lib/result";
import { assumeRoleWithSaml } from "#lib/sts/assume-role-with-saml";
import { assumeRoleWithWebIdentity } from "#lib/sts/assume-role-with-web-identity";
import type { Signing } from "#lib/sts/calls";
import type { StsCall } from "#lib/sts/issued-session";
import { findOwnAssertion } from "./own-assertion";
import { findOwnIdToken } from "./own-id-token";
import { proveByOwnPrincipal, proveByOwnUser } from "./own-principal-proofs";
import type { SessionPlan } from "./plan-session";
import type { Portal } from "./portal";
import type { Refusal } from "./refusal";
import { newSamlId } from "./saml-id";
import { signingKeys } from "./signing-keys";

/** One call to STS, ready to be sent, and who signs it where somebody does. */
export type Proof = { readonly call: StsCall; readonly signing?: Signing };

type Prove = (portal: Portal, caller: Caller, plan: SessionPlan) => Promise<Result<Proof, Refusal>>;

const commonOf = ({ grant, duration, policy }: SessionPlan) => ({
  roleArn: grant.roleArn,
  durationSeconds: duration.durationSeconds,
  policy,
  policyArns: grant.policyArns,
});

const webIdentityCall = (plan: SessionPlan, webIdentityToken: string): Proof => ({
  call: assumeRoleWithWebIdentity({
    ...commonOf(plan),
    webIdentityToken,
    roleSessionName: plan.attributes.roleSessionName,
  }),
});

const samlCall = (plan: SessionPlan, samlAssertion: string): Proof => ({
  call: assumeRoleWithSaml({ ...commonOf(plan), samlAssertion, principalArn: buildSamlProviderArn(plan.grant) }),
});

const subjectOf = ({ session }: Caller) => buildSubject(session.identity.idp, session.identity.subject);

const proveAsOidcIssuer: Prove = async (portal, caller, plan) => {
  const { active } = await signingKeys();
  const { tags, transitiveTagKeys, sourceIdentity } = plan.attributes;
  const token = await issueIdToken({
    issuer: portal.config.issuer.url,
    key: active,
    subject: subjectOf(caller),
    tags,
    transitiveTagKeys,
    sourceIdentity,
    now: portal.now(),
    jti: randomUUID(),
  });
  return ok(webIdentityCall(plan, token));
};

const proveAsSamlIdp: Prove = async (portal, caller, plan) => {
  const { active } = await signingKeys();
  const { grant, duration, attributes } = plan;
  const response = issueSamlResponse({
    ...attributes,
    idpEntityId: portal.config.issuer.samlEntityId,
    key: active,
    recipient: buildSamlRecipient(grant.partition),
    roleArn: grant.roleArn,
    providerArn: buildSamlProviderArn(grant),
    subject: subjectOf(caller),
    durationSeconds: duration.durationSeconds,
    now: portal.now(),
    ids: { response: newSamlId(), assertion: newSamlId() },
  });
  return ok(samlCall(plan, response));
};

const proveByIdToken: Prove = async (portal, caller, plan) => {
  const token = await findOwnIdToken(portal, caller, plan.grant);
  return token.ok ? ok(webIdentityCall(plan, token.value)) : token;
};

const proveByAssertion: Prove = async (portal, caller, plan) => {
  const assertion = await findOwnAssertion(portal, caller, plan.grant);
  return assertion.ok ? ok(samlCall(plan, assertion.value)) : assertion;
};

/** How each path proves to STS who asks: the portal vouches, the person's own token or assertion does, or keys sign. */
export const PROOFS: Record<Via, Prove> = {
  "portal-oidc": proveAsOidcIssuer,
  "portal-saml": proveAsSamlIdp,
  "idp-oidc": proveByIdToken,
  "idp-saml": proveByAssertion,
  "assume-role": proveByOwnPrincipal,
  "federation-token": proveByOwnUser,
  // Reached on the page for IAM users, where the keys are typed; the plan refuses it before.
  "session-token": async () => err({ code: "iam_user_needed" }),
};
