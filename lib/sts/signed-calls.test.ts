import { expect, test } from "vitest";
import { assumeRole } from "./assume-role";
import { callSts } from "./calls";
import { answerWith, failure, startLoopbackSts, success } from "./fixtures/loopback-sts";
import { getFederationToken } from "./get-federation-token";

const KEYS = { accessKeyId: "AKIAPORTALEXAMPLE", secretAccessKey: "secret" };

const role = {
  roleArn: "arn:aws:iam::111122223333:role/Dev",
  roleSessionName: "alice",
  durationSeconds: 900,
  policy: '{"Statement":[]}',
  policyArns: [],
  sourceIdentity: "alice",
  tags: [{ key: "Team", value: "payments" }],
  transitiveTagKeys: ["Team"],
  externalId: "ext",
  mfa: { serialNumber: "arn:aws:iam::111122223333:mfa/portal", tokenCode: "123456" },
} as const;

const at = (endpoint: string) => ({ region: "eu-west-1", endpoint });

test("AssumeRole sends what was given, signed for the Region by the given keys", async () => {
  const sts = await startLoopbackSts(answerWith(200, success("AssumeRole")));
  const answer = await callSts(assumeRole(role), at(sts.url), { signer: KEYS });
  await sts.stop();
  expect(answer.ok).toBe(true);
  expect(sts.seen[0]?.headers.authorization).toMatch(
    /Credential=AKIAPORTALEXAMPLE\/\d{8}\/eu-west-1\/sts\/aws4_request/,
  );
  expect(Object.fromEntries(sts.seen[0]?.form ?? [])).toEqual({
    Action: "AssumeRole",
    Version: "2011-06-15",
    RoleArn: role.roleArn,
    RoleSessionName: "alice",
    DurationSeconds: "900",
    Policy: '{"Statement":[]}',
    SourceIdentity: "alice",
    "Tags.member.1.Key": "Team",
    "Tags.member.1.Value": "payments",
    "TransitiveTagKeys.member.1": "Team",
    ExternalId: "ext",
    SerialNumber: "arn:aws:iam::111122223333:mfa/portal",
    TokenCode: "123456",
  });
});

test("GetFederationToken answers with the federated user's ARN", async () => {
  const body = success("GetFederationToken").replace(
    /<AssumedRoleUser>.*<\/AssumedRoleUser>/s,
    "<FederatedUser><FederatedUserId>1:a</FederatedUserId><Arn>arn:aws:sts::111122223333:federated-user/alice</Arn></FederatedUser>",
  );
  const sts = await startLoopbackSts(answerWith(200, body));
  const call = getFederationToken({ name: "alice", durationSeconds: 900, policy: null, policyArns: [], tags: [] });
  const answer = await callSts(call, at(sts.url), { signer: KEYS });
  await sts.stop();
  expect(answer).toMatchObject({ value: { assumedRoleArn: "arn:aws:sts::111122223333:federated-user/alice" } });
});

test("through a hub: the hub's session signs the second call", async () => {
  const sts = await startLoopbackSts(answerWith(200, success("AssumeRole")));
  const hub = assumeRole({ ...role, roleArn: "arn:aws:iam::111122223333:role/Hub" });
  await callSts(assumeRole(role), at(sts.url), { signer: KEYS, hub });
  await sts.stop();
  expect(sts.seen.map(({ form }) => form.get("RoleArn"))).toEqual(["arn:aws:iam::111122223333:role/Hub", role.roleArn]);
  expect(sts.seen[1]?.headers.authorization).toContain("Credential=ASIAIOSFODNN7EXAMPLE/");
  expect(sts.seen[1]?.headers["x-amz-security-token"]).toBe("token//==");
});

test("a hub that refuses is told apart from the role, which is not asked", async () => {
  const sts = await startLoopbackSts(answerWith(403, failure("AccessDenied")));
  const answer = await callSts(assumeRole(role), at(sts.url), { signer: KEYS, hub: assumeRole(role) });
  await sts.stop();
  expect(answer).toMatchObject({ ok: false, error: { code: "sts_access_denied", atHub: true } });
  expect(sts.seen).toHaveLength(1);
});

test.each([
  ["InvalidClientTokenId", "in AWS's words", "sts_invalid_client_token"],
  ["SignatureDoesNotMatch", "in AWS's words", "sts_signature_mismatch"],
  ["AccessDenied", "MultiFactorAuthentication failed with invalid MFA one time pass code.", "sts_mfa_failed"],
  ["AccessDenied", "User: arn is not authorized", "sts_access_denied"],
])("%s (%s) is %s", async (code, words, expected) => {
  const sts = await startLoopbackSts(answerWith(403, failure(code).replace("in AWS's words", words)));
  const answer = await callSts(assumeRole(role), at(sts.url), { signer: KEYS });
  await sts.stop();
  expect(answer).toMatchObject({ ok: false, error: { code: expected } });
});
