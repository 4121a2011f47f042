import { isRefusal, type Refusal, refuse } from "../refusal";
import type { Sandbox } from "../sandbox";
import { assumeRole } from "./assume-role";
import { assumeRoleWithSaml } from "./assume-role-with-saml";
import { assumeRoleWithWebIdentity } from "./assume-role-with-web-identity";
import type { StsAction, StsCall } from "./call";
import { getCallerIdentity } from "./get-caller-identity";
import { getFederationToken } from "./get-federation-token";
import { getSessionToken } from "./get-session-token";
import { readList } from "./lists";
import { formatSuccess } from "./xml";

const VERSION = "2011-06-15";
const ACTIONS: Readonly<Record<string, StsAction>> = {
  AssumeRole: assumeRole,
  AssumeRoleWithSAML: assumeRoleWithSaml,
  AssumeRoleWithWebIdentity: assumeRoleWithWebIdentity,
  GetCallerIdentity: getCallerIdentity,
  GetFederationToken: getFederationToken,
  GetSessionToken: getSessionToken,
};

/** The XML of one STS answer, or a refusal. */
export async function handleCall(call: StsCall, sandbox: Sandbox): Promise<string | Refusal> {
  const [name = "", version = ""] = [call.parameters.get("Action"), call.parameters.get("Version")];
  const action = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined;
  if (action === undefined || version !== VERSION) {
    return refuse(400, "InvalidAction", `Could not find operation ${name} for version ${version}`);
  }
  noteParameters(call);
  const result = await action(call, sandbox);
  return isAnswerRefused(result) ? result : formatSuccess(name, result, call.requestId);
}

const isAnswerRefused = (result: object): result is Refusal => isRefusal(result);

/** What was asked for, before anything is judged. */
function noteParameters({ parameters, note }: StsCall): void {
  const policyArns = readList(parameters, "PolicyArns", "arn");
  note({
    roleArn: parameters.get("RoleArn"),
    providerArn: parameters.get("PrincipalArn"),
    roleSessionName: parameters.get("RoleSessionName"),
    requestedDurationSeconds: parameters.has("DurationSeconds") ? Number(parameters.get("DurationSeconds")) : undefined,
    policy: parameters.get("Policy"),
    policyArns: policyArns.length > 0 ? policyArns : undefined,
    externalId: parameters.get("ExternalId"),
  });
}
