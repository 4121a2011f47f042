import type { Call } from "../query/call";
import { readList } from "../query/lists";
import { createQueryService, type Service } from "../query/service";
import { assumeRole } from "./assume-role";
import { assumeRoleWithSaml } from "./assume-role-with-saml";
import { assumeRoleWithWebIdentity } from "./assume-role-with-web-identity";
import { getCallerIdentity } from "./get-caller-identity";
import { getFederationToken } from "./get-federation-token";
import { getSessionToken } from "./get-session-token";

const api = createQueryService({
  version: "2011-06-15",
  namespace: "https://sts.amazonaws.com/doc/2011-06-15/",
  actions: {
    AssumeRole: assumeRole,
    AssumeRoleWithSAML: assumeRoleWithSaml,
    AssumeRoleWithWebIdentity: assumeRoleWithWebIdentity,
    GetCallerIdentity: getCallerIdentity,
    GetFederationToken: getFederationToken,
    GetSessionToken: getSessionToken,
  },
});

export const sts: Service = {
  ...api,
  answer: (call, sandbox) => {
    noteParameters(call);
    return api.answer(call, sandbox);
  },
};

/** What was asked for, before anything is judged. */
function noteParameters({ parameters, note }: Call): void {
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
