import { createHash } from "node:crypto";
import type { SamlProvider } from "../estate";
import type { Action } from "../query/call";
import { CONSTRAINTS, checkConstraints } from "../query/constraints";
import { checkPolicyArns } from "../query/lists";
import { invalidIdentityToken, isRefusal, type Refusal } from "../refusal";
import { type Assertion, readAssertion } from "../saml/assertion";
import { checkAssertionTimes, checkStrictly } from "../saml/assertion-times";
import { namesRole, readAwsAttributes, readSessionDuration } from "../saml/aws-attributes";
import { readResponse, SIGNATURE_INVALID, verifyAssertion } from "../saml/response";
import type { Sandbox } from "../sandbox";
import { readRoleArn } from "./role-arn";
import { formatRoleSession, startRoleSession } from "./start-role-session";

const { RoleArn, PrincipalArn, SAMLAssertion, Policy, DurationSeconds } = CONSTRAINTS;
const NO_PROVIDER = invalidIdentityToken("Specified provider doesn't exist.");
const FORMAT_PREFIX = "urn:oasis:names:tc:SAML:2.0:nameid-format:";

/** STS API Reference, AssumeRoleWithSAML. */
export const assumeRoleWithSaml: Action = async (call, sandbox) => {
  const invalid =
    checkConstraints(call.parameters, { RoleArn, PrincipalArn, SAMLAssertion, Policy, DurationSeconds }) ??
    checkPolicyArns(call.parameters);
  if (invalid) return invalid;
  const roleArn = readRoleArn(call, NO_PROVIDER);
  if (isRefusal(roleArn)) return roleArn;
  const providerArn = call.parameters.get("PrincipalArn") ?? "";
  call.note({ providerArn });
  const provider = sandbox.estate.samlProviders.get(providerArn);
  if (provider === undefined) return NO_PROVIDER;

  const assertion = await verifyResponse(sandbox, provider, call.parameters.get("SAMLAssertion") ?? "");
  if (isRefusal(assertion)) return assertion;
  const { issuer, subject, recipient, attributes, sessionEndsAt } = assertion;
  call.note({ issuer, subject, audience: recipient, attributes });
  if (!namesRole(assertion, roleArn.arn, providerArn)) {
    return invalidIdentityToken("SAML Assertion doesn't contain the requested Role and Metadata in the attributes");
  }
  const aws = readAwsAttributes(assertion);
  if (isRefusal(aws)) return aws;
  const attributeSeconds = readSessionDuration(assertion);
  if (typeof attributeSeconds === "object" && attributeSeconds !== null) return attributeSeconds;

  const session = startRoleSession(call, sandbox, {
    action: "sts:AssumeRoleWithSAML",
    caller: { kind: "Federated", providerArn },
    ...aws,
    context: buildContext(provider, assertion),
    deniedMessage: "Not authorized to perform sts:AssumeRoleWithSAML",
    endsBefore: findEnd(sandbox.clock(), sessionEndsAt, attributeSeconds),
    chained: false,
    mfa: false,
    // Who comes with a token or an assertion has no policies of its own.
    permits: () => true,
  });
  if (isRefusal(session)) return session;
  return {
    ...formatRoleSession(session),
    Subject: subject,
    SubjectType: shortenFormat(assertion.nameIdFormat),
    Issuer: issuer,
    Audience: recipient,
    NameQualifier: buildNameQualifier(issuer, provider),
  };
};

/** Signature, shape and times. The provider's document is read again once, in case its keys were rotated. */
async function verifyResponse(sandbox: Sandbox, provider: SamlProvider, base64: string): Promise<Assertion | Refusal> {
  const document = readResponse(base64);
  if (isRefusal(document)) return document;
  let verified = verifyAssertion(document, await sandbox.metadata.find(provider, false));
  if (verified === SIGNATURE_INVALID) verified = verifyAssertion(document, await sandbox.metadata.find(provider, true));
  if (isRefusal(verified)) return verified;
  const assertion = readAssertion(verified);
  if (isRefusal(assertion)) return assertion;
  return checkAssertionTimes(assertion, sandbox.clock()) ?? checkStrictly(assertion, sandbox) ?? assertion;
}

/** BASE64(SHA1(issuer + account id + "/" + provider name)): STS API Reference, NameQualifier. */
function buildNameQualifier(issuer: string, provider: SamlProvider): string {
  return createHash("sha1").update(`${issuer}${provider.account.id}/${provider.source.name}`).digest("base64");
}

const shortenFormat = (format: string): string =>
  format.startsWith(FORMAT_PREFIX) ? format.slice(FORMAT_PREFIX.length) : format;

/** The person's attributes that are condition keys. IAM User Guide, reference_policies_iam-condition-keys. */
const PERSON_KEYS =
  "cn commonName givenName surname mail name uid primaryGroupSID organizationStatus x500UniqueIdentifier";

function buildPersonContext(assertion: Assertion): Record<string, readonly string[]> {
  const known = Object.entries(assertion.attributes).filter(
    ([name]) => PERSON_KEYS.split(" ").includes(name) || name.toLowerCase().startsWith("eduperson"),
  );
  return Object.fromEntries(known.map(([name, values]) => [`saml:${name}`, values]));
}

/** The earlier of SessionNotOnOrAfter and what the SessionDuration attribute allows. */
function findEnd(now: Date, sessionEndsAt: Date | null, attributeSeconds: number | null): Date | null {
  const ends = [
    ...(sessionEndsAt === null ? [] : [sessionEndsAt.getTime()]),
    ...(attributeSeconds === null ? [] : [now.getTime() + attributeSeconds * 1000]),
  ];
  return ends.length === 0 ? null : new Date(Math.min(...ends));
}

/** The condition keys of this call. */
function buildContext(provider: SamlProvider, assertion: Assertion): Record<string, readonly string[]> {
  return {
    ...buildPersonContext(assertion),
    "saml:aud": [assertion.recipient],
    "saml:iss": [assertion.issuer],
    "saml:sub": [assertion.subject],
    "saml:sub_type": [shortenFormat(assertion.nameIdFormat)],
    "saml:namequalifier": [buildNameQualifier(assertion.issuer, provider)],
    "saml:doc": [`${provider.account.id}/${provider.source.name}`],
    "aws:FederatedProvider": [provider.arn],
    "aws:PrincipalAccount": [provider.account.id],
    "aws:PrincipalType": ["User"],
    "aws:userid": [provider.arn],
  };
}
