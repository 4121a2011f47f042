import "server-only";

/** How long a person may take at their identity provider, password reset and all. */
export const SAML_REQUEST_SECONDS = 30 * 60;

/** From the ACS to next-auth's callback is one redirect. */
export const SIGN_IN_CODE_SECONDS = 60;

/** AWS takes an assertion within 5 minutes of its issue (IAM User Guide, "Troubleshoot SAML federation"). */
export const ASSERTION_SECONDS = 5 * 60;
