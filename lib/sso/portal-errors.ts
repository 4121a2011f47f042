/**
 * The errors of the sso portal API. `ForbiddenException` is not in its model, but is what AWS answers for a role that is not
 * assigned; 401 would tell a command line to sign in again, which changes nothing about it.
 */
export const PORTAL_ERRORS = {
  ForbiddenException: 403,
  InternalServerException: 500,
  InvalidRequestException: 400,
  ResourceNotFoundException: 404,
  ServiceUnavailableException: 503,
  TooManyRequestsException: 429,
  UnauthorizedException: 401,
} as const;

export type PortalErrorName = keyof typeof PORTAL_ERRORS;

/** `message` is what a command line prints. */
export type PortalRefusal = { readonly name: PortalErrorName; readonly message: string };
