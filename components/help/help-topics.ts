/**
 * Every page under /help, in the order in which it is offered. Its title is `helpTopics.<slug>` in the messages, which the
 * browser has too; what it says is written in `help`, on the server only.
 */
export const HELP_TOPICS = [
  { slug: "first-steps", group: "use" },
  { slug: "aws-cli", group: "use" },
  { slug: "every-tool", group: "use" },
  { slug: "credential-process", group: "use" },
  { slug: "sdks", group: "use" },
  { slug: "terraform", group: "use" },
  { slug: "vs-code", group: "use" },
  { slug: "console", group: "use" },
  { slug: "sharing", group: "use" },
  { slug: "narrowing", group: "use" },
  { slug: "keyboard", group: "use" },
  { slug: "troubleshooting", group: "fix" },
  { slug: "revoke", group: "fix" },
  { slug: "portal-oidc", group: "paths" },
  { slug: "portal-saml", group: "paths" },
  { slug: "idp-oidc", group: "paths" },
  { slug: "idp-saml", group: "paths" },
  { slug: "assume-role", group: "paths" },
  { slug: "federation-token", group: "paths" },
  { slug: "session-token", group: "paths" },
  { slug: "identity-providers", group: "paths" },
] as const;

export const HELP_GROUPS = ["use", "fix", "paths"] as const;

export type HelpSlug = (typeof HELP_TOPICS)[number]["slug"];
export type HelpGroup = (typeof HELP_GROUPS)[number];

export const helpHref = (slug: HelpSlug) => `/help/${slug}` as const;

export function isHelpSlug(text: string): text is HelpSlug {
  return HELP_TOPICS.some(({ slug }) => slug === text);
}
