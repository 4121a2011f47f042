import { toProfileName } from "#lib/aws/profile-name";

/** Account and role, without the role's path, as a profile name; never `default`. */
export function defaultProfileName(names: { readonly accountName: string; readonly roleName: string }): string {
  const bareRoleName = names.roleName.slice(names.roleName.lastIndexOf("/") + 1);
  return `${toProfileName(names.accountName).slice(0, 63)}-${toProfileName(bareRoleName).slice(0, 64)}`;
}
