import "server-only";
import type { GrantableRole } from "#lib/access/grantable-role";
import type { RolePlan, SetUp } from "#lib/trust/set-up/plan";
import { writeTrustPolicy } from "#lib/trust/set-up/write-trust-policy";
import type { TrustChoice, TrustSource } from "./plan-trust";

/** IAM and STS quotas: a trust policy's characters without white space; a quota raises them to 4,096. */
const TRUST_POLICY_CHARACTERS = 2048;

type Note = (roles: readonly GrantableRole[], setUp: SetUp, source: TrustSource, choice: TrustChoice) => string | null;

const listNames = (roles: readonly GrantableRole[]) => roles.map(({ roleName }) => roleName).join(", ");
const when = <T>(list: readonly T[], say: (list: readonly T[]) => string): string | null =>
  list.length === 0 ? null : say(list);

const noteUnreachableIssuer: Note = (roles, _setUp, { config }) =>
  roles.some(({ via }) => via === "portal-oidc") && !/^https:\/\/[^/:]+(\/|$)/.test(config.issuer.url)
    ? `AWS takes issuers with https and without a port only. issuer.url is ${config.issuer.url}.`
    : null;

const noteUngiven: Note = (roles, _setUp, { holderIdps }) =>
  when(
    roles.filter((role) => holderIdps(role).length === 0),
    (ungiven) => `No rule gives anybody ${listNames(ungiven)} yet.`,
  );

const noteEverybody: Note = (roles, _setUp, _source, { subjects }) =>
  when(
    roles.filter(({ via }) => via === "idp-oidc" && subjects.length === 0),
    (open) =>
      `Everybody who can sign in to the portal's client at the identity provider could assume ${listNames(open)}, whatever the portal's rules say. Name the subjects.`,
  );

const noteOwnAssertions: Note = (roles) =>
  when(
    roles.filter(({ via }) => via === "idp-saml"),
    (own) => `The identity provider's Role attribute decides who gets ${listNames(own)}, besides the portal's rules.`,
  );

const noteExternalId: Note = (roles, _setUp, source) =>
  when(
    roles.filter(({ via, externalId }) => via === "assume-role" && externalId === null),
    (open) =>
      `Add externalId: ${[...new Set(open.map(source.suggestExternalId))].join(", ")} to ${listNames(open)} in gatehouse.yaml. The trust policy asks for it.`,
  );

const noteHub: Note = (roles) =>
  when(
    [...new Set(roles.flatMap(({ hubRole }) => hubRole ?? []))],
    (hubs) =>
      `${hubs.join(", ")} needs permission for sts:AssumeRole, sts:TagSession and sts:SetSourceIdentity on these roles.`,
  );

const noteUser: Note = (_roles, { user }) =>
  user === null
    ? null
    : `Make an access key for the IAM user ${user.name} and give it to the portal through the SDK's default credential chain. The user needs every permission that it hands on.`;

const notePrincipal: Note = (roles) =>
  roles.some(({ via, hubRole }) => via === "assume-role" && hubRole === null)
    ? "The portal's own principal needs permission for sts:AssumeRole, sts:TagSession and sts:SetSourceIdentity on these roles."
    : null;

const noteMetadata: Note = (_roles, { samlProviders }) =>
  when(
    samlProviders.filter(({ metadata }) => metadata === null),
    (unknown) =>
      `CloudFormation leaves out the SAML provider ${unknown.map(({ name }) => name).join(", ")}: its metadata is the identity provider's. Make it with the AWS CLI or Terraform.`,
  );

const noteRotation: Note = (roles) =>
  roles.some(({ via }) => via === "portal-saml")
    ? "The portal's SAML metadata changes with its signing key. Deploy again within issuer.keyOverlap of each new key."
    : null;

const noteSize: Note = (_roles, setUp) =>
  when(
    setUp.roles.filter((role) => measure(role, setUp) > TRUST_POLICY_CHARACTERS),
    (long) =>
      `The trust policy of ${long.map(({ name }) => name).join(", ")} is longer than ${TRUST_POLICY_CHARACTERS} characters. IAM takes it only where its quota was raised.`,
  );

const measure = (role: RolePlan, setUp: SetUp) =>
  JSON.stringify(writeTrustPolicy(role.trust, setUp)).replace(/\s/g, "").length;

const NOTES: readonly Note[] = [
  noteUnreachableIssuer,
  noteUngiven,
  noteEverybody,
  noteOwnAssertions,
  noteExternalId,
  noteHub,
  notePrincipal,
  noteUser,
  noteMetadata,
  noteRotation,
  noteSize,
];

/** What an administrator has to know beside the text itself, the gravest first. */
export const listSetUpNotes = (...about: Parameters<Note>): readonly string[] =>
  NOTES.flatMap((note) => note(...about) ?? []);
