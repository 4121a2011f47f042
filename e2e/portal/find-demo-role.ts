import { buildRoleArn } from "#lib/aws/arn";
import { listRoles } from "../demo/demo-roles";
import { buildTrustPolicy } from "../demo/trust-policy";
import { ADDRESSES } from "./addresses";

/** A role of the demo, as it is at the start. */
export function findDemoRole(account: string, name: string) {
  const role = listRoles().find((one) => one.account.name === account && one.name === name);
  if (role === undefined) throw new Error(`the demo has no ${name} in ${account}`);
  const { id: accountId, partition } = role.account;
  const document = buildTrustPolicy(role, { addresses: ADDRESSES, awsApplication: false });
  return { roleArn: buildRoleArn({ partition, accountId, roleName: name }), document };
}
