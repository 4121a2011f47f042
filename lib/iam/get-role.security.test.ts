import { afterEach, describe, expect, test, vi } from "vitest";
import { answerWith, failure, startLoopbackSts } from "#lib/sts/fixtures/loopback-sts";
import { roleAnswer } from "./fixtures/role-answer";
import { getRole } from "./get-role";

const POLICY = { Version: "2012-10-17", Statement: [{ Sid: "50 % off + more", Effect: "Allow" }] };
const KEYS = { accessKeyId: "ASIAIOSFODNN7EXAMPLE", secretAccessKey: "wJalrXUtnFEMI", sessionToken: "token//==" };

afterEach(() => vi.unstubAllEnvs());

async function ask(answer: ReturnType<typeof answerWith>, timeoutMs = 2_000) {
  const iam = await startLoopbackSts(answer);
  const found = await getRole({
    roleName: "Developer",
    partition: "aws-cn",
    endpoint: iam.url,
    keys: KEYS,
    timeoutMs,
  });
  await iam.stop();
  return { found, seen: iam.seen };
}

describe("iam:GetRole", () => {
  test("gives the trust policy as it was written, and the longest session", async () => {
    const { found } = await ask(answerWith(200, roleAnswer(POLICY, 7200)));
    expect(found).toEqual({ ok: true, value: { document: JSON.stringify(POLICY), maxSessionDurationSeconds: 7200 } });
  });

  test("signs with exactly the keys it was given, for the partition's own Region, whatever the environment holds", async () => {
    vi.stubEnv("AWS_ACCESS_KEY_ID", "AKIASOMEBODYELSE");
    vi.stubEnv("AWS_SECRET_ACCESS_KEY", "not these");
    vi.stubEnv("AWS_REGION", "eu-west-3");
    const { seen } = await ask(answerWith(200, roleAnswer(POLICY)));
    expect(seen).toHaveLength(1);
    expect(seen[0]?.headers.authorization).toMatch(/Credential=ASIAIOSFODNN7EXAMPLE\/\d{8}\/cn-north-1\/iam\//);
    expect(seen[0]?.headers["x-amz-security-token"]).toBe(KEYS.sessionToken);
  });

  test.each([
    [404, "NoSuchEntity", "iam_role_not_found"],
    [403, "AccessDenied", "iam_access_denied"],
    [403, "InvalidClientTokenId", "iam_access_denied"],
    [503, "ServiceUnavailable", "iam_unavailable"],
    [400, "Throttling", "iam_unavailable"],
  ])("%s %s is refused as %3$s, and not asked again", async (status, code, expected) => {
    const { found, seen } = await ask(answerWith(status, failure(code)));
    expect(found).toEqual({ ok: false, error: expected });
    expect(seen).toHaveLength(1);
  });

  test.each([
    ["a proxy's page", answerWith(200, "<html>Sign in to the Wi-Fi</html>", "text/html")],
    ["nothing at all", answerWith(200, "")],
    ["a role without a trust policy", answerWith(200, roleAnswer({}).replace(/<Assume.*<\/Assume[^>]*>/, ""))],
    ["silence", () => undefined],
  ])("%s is no answer", async (_name, answer) => {
    const { found } = await ask(answer, 300);
    expect(found).toEqual({ ok: false, error: "iam_unavailable" });
  });
});
