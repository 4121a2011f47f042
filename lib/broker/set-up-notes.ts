import "server-only";
import type { GrantableRole } from "#lib/access/grantable-role";
import type { SetUpNote } from "#lib/trust/set-up/note";
import type { RolePlan, SetUp } from "#lib/trust/set-up/plan";
import { writeTrustPolicy } from "#lib/trust/set-up/write-trust-policy";
import type { TrustChoice, TrustSource } from "./plan-trust";

/** IAM and STS quotas: a trust policy's characters without white space; a quota raises them to 4,096. */
const TRUST_POLICY_CHARACTERS = 2048;

type Note = (
  roles: readonly GrantableRole[],
  setUp: SetUp,
  source: TrustSource,
  choice: TrustChoice,
) => SetUpNote | null;

const listNames = (roles: readonly GrantableRole[]) => roles.map(({ roleName }) => roleName).join(", ");
const when = <T>(list: readonly T[], say: (list: readonly T[]) => SetUpNote): SetUpNote | null =>
  list.length === 0 ? null : say(list);

const noteUnreachableIssuer: Note = (roles, _setUp, { config }) =>
  roles.some(({ via }) => via === "portal-oidc") && !/^https:\/\/[^/:]+(\/|$)/.test(config.issuer.url)
    ? { code: "unreachable_issuer", issuer: config.issuer.url }
    : null;

const noteUngiven: Note = (roles, _setUp, { holderIdps }) =>
  when(
    roles.filter((role) => holderIdps(role).length === 0),
    (ungiven) => ({ code: "ungiven", roles: listNames(ungiven) }),
  );

const noteEverybody: Note = (roles, _setUp, _source, { subjects }) =>
  when(
    roles.filter(({ via }) => via === "idp-oidc" && subjects.length === 0),
    (open) => ({ code: "everybody", roles: listNames(open) }),
  );

const noteOwnAssertions: Note = (roles) =>
  when(
    roles.filter(({ via }) => via === "idp-saml"),
    (own) => ({ code: "own_assertions", roles: listNames(own) }),
  );

const noteExternalId: Note = (roles, _setUp, source) =>
  when(
    roles.filter(({ via, externalId }) => via === "assume-role" && externalId === null),
    (open) => ({
      code: "external_id",
      externalIds: [...new Set(open.map(source.suggestExternalId))].join(", "),
      roles: listNames(open),
    }),
  );

const noteHub: Note = (roles) =>
  when([...new Set(roles.flatMap(({ hubRole }) => hubRole ?? []))], (hubs) => ({ code: "hub", hubs: hubs.join(", ") }));

const noteUser: Note = (_roles, { user }) => (user === null ? null : { code: "user", user: user.name });

const notePrincipal: Note = (roles) =>
  roles.some(({ via, hubRole }) => via === "assume-role" && hubRole === null) ? { code: "principal" } : null;

const noteMetadata: Note = (_roles, { samlProviders }) =>
  when(
    samlProviders.filter(({ metadata }) => metadata === null),
    (unknown) => ({ code: "metadata", providers: unknown.map(({ name }) => name).join(", ") }),
  );

const noteRotation: Note = (roles) => (roles.some(({ via }) => via === "portal-saml") ? { code: "rotation" } : null);

const noteSize: Note = (_roles, setUp) =>
  when(
    setUp.roles.filter((role) => measure(role, setUp) > TRUST_POLICY_CHARACTERS),
    (long) => ({
      code: "size",
      roles: long.map(({ name }) => name).join(", "),
      characters: TRUST_POLICY_CHARACTERS,
    }),
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
export const listSetUpNotes = (...about: Parameters<Note>): readonly SetUpNote[] =>
  NOTES.flatMap((note) => note(...about) ?? []);
