import { buildRoleArn } from "#lib/aws/arn";
import { type DemoRole, type DemoVia, listRoles } from "./demo-roles";
import { type DemoUser, PEOPLES_USERS, PORTAL_USER } from "./iam-users";
import { PORTAL_HUB } from "./own-roles";

const allow = (actions: readonly string[], resources: readonly string[]) => ({
  Effect: "Allow",
  Action: actions,
  Resource: resources,
});
const policy = (...statements: readonly object[]) => ({ Version: "2012-10-17", Statement: statements });

const ATTRIBUTES = ["sts:TagSession", "sts:SetSourceIdentity"];

function rolesBy(via: DemoVia): readonly string[] {
  const arnOf = ({ account, name }: DemoRole) =>
    buildRoleArn({ partition: account.partition, accountId: account.id, roleName: name });
  return listRoles()
    .filter((role) => role.via === via && role.settings.hubRole === undefined)
    .map(arnOf);
}

/**
 * What the portal's user may do: assume the roles that trust it, and hand out a part of its own permissions. A federated
 * user has what session policy and this policy both allow; tags need sts:TagSession there too. IAM User Guide,
 * id_credentials_temp_control-access_getfederationtoken and id_session-tags.
 */
function portalPermissions(): object {
  const federatedUsers = PORTAL_USER.arn.replace(":iam:", ":sts:").replace(/:user\/.*$/, ":federated-user/*");
  return policy(
    allow(["sts:AssumeRole", ...ATTRIBUTES], [...rolesBy("assume-role"), PORTAL_HUB.arn]),
    allow(["sts:GetFederationToken", "sts:TagSession"], [federatedUsers]),
    allow(["s3:Get*", "s3:List*"], ["*"]),
  );
}

/** A role of another account takes both: its trust, and a policy of the user's. GetSessionToken takes no permission. */
const personPermissions = (): object => policy(allow(["sts:AssumeRole"], rolesBy("session-token")));

/** The IAM users of an account, with their keys and permissions. */
export function listUsers(accountId: string): readonly (DemoUser & { readonly permissions: object })[] {
  const users = [
    { ...PORTAL_USER, permissions: portalPermissions() },
    ...PEOPLES_USERS.map((user) => ({ ...user, permissions: personPermissions() })),
  ];
  return users.filter((user) => user.accountId === accountId);
}
