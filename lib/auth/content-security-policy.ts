import { PARTITIONS } from "#lib/aws/partition";

const originOf = (url: string | undefined) => (url === undefined ? [] : [new URL(url).origin]);

/**
 * Where the portal's forms may lead, redirects included: browsers follow the whole chain against `form-action`, and the
 * console's ends at the federation endpoint and then at a console host of any partition.
 */
function formTargets(endpoints: { federation?: string | undefined; console?: string | undefined }): string[] {
  const hosts = Object.values(PARTITIONS).flatMap((row) => [row.signinDomain, row.consoleDomain]);
  const aws = hosts.flatMap((host) => [`https://${host}`, `https://*.${host}`]);
  return ["'self'", ...aws, ...originOf(endpoints.federation), ...originOf(endpoints.console)];
}

/**
 * The policy of every page: scripts by nonce only (CSP 3, strict-dynamic), nothing framed, nothing from elsewhere.
 * Styles are files of our own; React writes none inline.
 */
export function contentSecurityPolicy(options: {
  readonly nonce: string;
  readonly endpoints: { federation?: string | undefined; console?: string | undefined };
}): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${options.nonce}' 'strict-dynamic'`,
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    `form-action ${formTargets(options.endpoints).join(" ")}`,
  ].join("; ");
}
