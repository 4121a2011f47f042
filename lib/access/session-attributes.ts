import { toSessionName } from "#lib/aws/session-name";
import { parseSessionTags, type SessionTag, type SessionTagProblem } from "#lib/aws/session-tags";
import { parseSourceIdentity } from "#lib/aws/source-identity";
import type { Identity } from "#lib/identity";
import { err, ok, type Result } from "#lib/result";
import { resolveTemplate, type TemplateRefusal } from "./claims-template";
import type { Grant } from "./resolve-grants";

/** What a session in AWS is known by. */
export type SessionAttributes = {
  readonly roleSessionName: string;
  readonly sourceIdentity: string | null;
  readonly tags: readonly SessionTag[];
  readonly transitiveTagKeys: readonly string[];
};

export type SessionAttributeRefusal = {
  readonly code: TemplateRefusal["code"] | "source_identity_invalid" | "session_tag_invalid";
  /** The placeholder or the tag's key that it is about; `sourceIdentity` for that one. */
  readonly subject: string;
  readonly reason?: SessionTagProblem;
};

type Templates = Pick<Grant, "sessionName" | "sourceIdentity" | "tags" | "transitiveTags">;

type Options = {
  /** Characters: 64 for a role session, 32 for a federated user. */
  readonly maxNameLength?: number;
  /** Tags whose values are no templates: what a person wrote. A configured tag of that key is replaced. */
  readonly furtherTags?: Readonly<Record<string, string>>;
};

/**
 * Session name, source identity and tags, from the configured templates and the sign-in alone. The name is made to fit by a
 * mapping that keeps different people different; source identity and tags are never changed to fit, since policies compare
 * them: what AWS would refuse is refused here.
 */
export function resolveSessionAttributes(
  grant: Templates,
  identity: Identity,
  { maxNameLength, furtherTags = {} }: Options = {},
): Result<SessionAttributes, SessionAttributeRefusal> {
  const name = resolve(grant.sessionName ?? defaultSessionName(identity), identity);
  if (!name.ok) return name;
  const sourceIdentity = resolveSourceIdentity(grant.sourceIdentity, identity);
  if (!sourceIdentity.ok) return sourceIdentity;
  const tags = resolveTags(grant.tags, furtherTags, identity);
  if (!tags.ok) return tags;
  return ok({
    roleSessionName: toSessionName(name.value, maxNameLength),
    sourceIdentity: sourceIdentity.value,
    tags: tags.value,
    transitiveTagKeys: grant.transitiveTags,
  });
}

/** The e-mail address reads best in CloudTrail; the subject is what everybody has. */
const defaultSessionName = (identity: Identity) =>
  identity.email === null || identity.email === "" ? "{subject}" : "{email}";

function resolve(template: string, identity: Identity): Result<string, SessionAttributeRefusal> {
  const resolved = resolveTemplate(template, identity);
  return resolved.ok ? resolved : err({ code: resolved.error.code, subject: resolved.error.placeholder });
}

function resolveSourceIdentity(
  template: string | null,
  identity: Identity,
): Result<string | null, SessionAttributeRefusal> {
  if (template === null) return ok(null);
  const text = resolve(template, identity);
  if (!text.ok) return text;
  const parsed = parseSourceIdentity(text.value);
  return parsed.ok ? parsed : err({ code: parsed.error, subject: "sourceIdentity" });
}

function resolveTags(
  templates: Readonly<Record<string, string>>,
  furtherTags: Readonly<Record<string, string>>,
  identity: Identity,
): Result<readonly SessionTag[], SessionAttributeRefusal> {
  const values: [string, string][] = [];
  for (const [key, template] of Object.entries(templates)) {
    const value = resolve(template, identity);
    if (!value.ok) return value;
    values.push([key, value.value]);
  }
  const parsed = parseSessionTags({ ...Object.fromEntries(values), ...furtherTags });
  if (parsed.ok) return parsed;
  return err({ code: parsed.error.code, subject: parsed.error.key, reason: parsed.error.reason });
}
