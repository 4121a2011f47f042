/**
 * The one screen that says where to go and as whom.
 * @param {{ portalUrl: string, oidcUrl: string, samlUrl: string, awsUrl: string, configPath: string, accounts: number, roles: number,
 *   password: string, portalMfaCode: string,
 *   iamUsers: readonly { accessKeyId: string, secretAccessKey: string, mfa: { serialNumber: string, code: string } }[], people: readonly { name: string, email: string, shows: string }[] }} sandbox
 * @param {{ bold: boolean }} style
 * @returns {string}
 */
export function formatWelcome(sandbox, { bold }) {
  const strong = (text) => (bold ? `\u001b[1m${text}\u001b[22m` : text);
  const names = Math.max(...sandbox.people.map(({ name }) => name.length));
  const emails = Math.max(...sandbox.people.map(({ email }) => email.length));
  const people = sandbox.people.map(
    ({ name, email, shows }) => `    ${name.padEnd(names)}  ${email.padEnd(emails)}  ${shows}`,
  );
  const users = sandbox.iamUsers.map(
    ({ accessKeyId, secretAccessKey, mfa }) => `${accessKeyId}  ${secretAccessKey}  ${mfa.serialNumber}  ${mfa.code}`,
  );
  return [
    "",
    `  ${strong("Gatehouse is ready")}   ${strong(sandbox.portalUrl)}`,
    "",
    `  Sign in by a click, or with the password ${strong(sandbox.password)}, as`,
    ...people,
    "",
    `  Through   Corporate SSO (SAML)  ${sandbox.samlUrl}`,
    `            Workforce (OIDC)      ${sandbox.oidcUrl}`,
    `  AWS       ${sandbox.accounts} accounts, ${sandbox.roles} roles, a console: ${sandbox.awsUrl}`,
    `  IAM users ${sandbox.portalUrl}/iam-user takes access key, secret, MFA device and its code:`,
    ...users.map((user) => `            ${user}`),
    `  Asked for MFA code ${sandbox.portalMfaCode} by DatabaseAdmin in legacy-erp, a ticket (OPS-1) by Incident in payments-prod`,
    `  Settings  ${sandbox.configPath}`,
    "",
    "  Everything runs on this machine; no AWS account is touched. Ctrl-C stops it.",
    "",
  ].join("\n");
}
