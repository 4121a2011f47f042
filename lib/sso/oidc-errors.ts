/** The errors of sso-oidc as its model names them (service model sso-oidc 2019-06-10), with their status and RFC 6749 or 8628 code. */
export const OIDC_ERRORS = {
  AccessDeniedException: { status: 400, error: "access_denied" },
  AuthorizationPendingException: { status: 400, error: "authorization_pending" },
  ExpiredTokenException: { status: 400, error: "expired_token" },
  InternalServerException: { status: 500, error: "server_error" },
  InvalidClientException: { status: 401, error: "invalid_client" },
  InvalidClientMetadataException: { status: 400, error: "invalid_client_metadata" },
  InvalidGrantException: { status: 400, error: "invalid_grant" },
  InvalidRedirectUriException: { status: 400, error: "invalid_redirect_uri" },
  InvalidRequestException: { status: 400, error: "invalid_request" },
  InvalidScopeException: { status: 400, error: "invalid_scope" },
  SlowDownException: { status: 400, error: "slow_down" },
  UnauthorizedClientException: { status: 400, error: "unauthorized_client" },
  UnsupportedGrantTypeException: { status: 400, error: "unsupported_grant_type" },
} as const;

export type OidcErrorName = keyof typeof OIDC_ERRORS;

/** A refusal on the wire. The description is for whoever reads a log of the client's: it says nothing that was checked. */
export type OidcRefusal = { readonly name: OidcErrorName; readonly description: string };
