import { describe, expect, test } from "vitest";
import { getSigninToken } from "./federation";
import { federationEndpoint } from "./federation-endpoint";
import { buildSignInUrl } from "./sign-in-url";
import { buildSignOutUrl } from "./sign-out-url";

const credentials = {
  accessKeyId: "ASIAIOSFODNN7EXAMPLE",
  secretAccessKey: "secret/key",
  sessionToken: "token==",
  expiresAt: new Date("2026-11-21T11:00:00Z"),
};

type Asked = { readonly url: string; readonly form: URLSearchParams } & Pick<RequestInit, "method" | "cache">;

/** A federation endpoint as `fetch`: gives the answers in turn and keeps what it was asked. */
function answering(...answers: readonly (() => Response)[]) {
  const asked: Asked[] = [];
  const fetch = async (url: string | URL | Request, init: RequestInit = {}) => {
    asked.push({ ...init, url: String(url), form: new URLSearchParams(String(init.body)) });
    const answer = answers[Math.min(asked.length, answers.length) - 1];
    if (answer === undefined) throw new Error("no answer");
    return answer();
  };
  return { asked, fetch };
}

const token = () => Response.json({ SigninToken: "VCQgs5qZZt3Q6fn8Tr5EXAMPLE" });
const html400 = () =>
  new Response("<html>Invalid credentials parameter</html>", { status: 400, headers: { "content-type": "text/html" } });

const ask = (server: ReturnType<typeof answering>, sessionDurationSeconds: number | null) =>
  getSigninToken({
    endpoint: "https://signin.aws.amazon.com/federation",
    credentials,
    sessionDurationSeconds,
    fetch: server.fetch,
  });

describe("the sign-in token", () => {
  test("is asked for by POST: the credentials are in the body, never in an address", async () => {
    const server = answering(token);
    expect(await ask(server, 3600)).toEqual({ ok: true, value: "VCQgs5qZZt3Q6fn8Tr5EXAMPLE" });
    const [request] = server.asked;
    expect(request).toMatchObject({
      method: "POST",
      url: "https://signin.aws.amazon.com/federation",
      cache: "no-store",
    });
    expect(JSON.parse(request?.form.get("Session") ?? "")).toEqual({
      sessionId: "ASIAIOSFODNN7EXAMPLE",
      sessionKey: "secret/key",
      sessionToken: "token==",
    });
    expect(request?.form.get("SessionDuration")).toBe("3600");
  });

  test("leaves the duration out where AWS allows none", async () => {
    const server = answering(token);
    await ask(server, null);
    expect(server.asked[0]?.form.has("SessionDuration")).toBe(false);
  });

  test("refused with a duration, it is asked for once more without", async () => {
    const server = answering(html400, token);
    expect((await ask(server, 7273)).ok).toBe(true);
    expect(server.asked.map(({ form }) => form.get("SessionDuration"))).toEqual(["7273", null]);
  });

  test("refused twice, it is refused", async () => {
    const server = answering(html400);
    expect(await ask(server, 3600)).toEqual({ ok: false, error: "console_federation_refused" });
    expect(server.asked).toHaveLength(2);
  });

  test.each([
    ["a server error", () => new Response("", { status: 503 })],
    ["a page instead of JSON", () => new Response("<html>", { status: 200 })],
    [
      "no answer",
      () => {
        throw new TypeError("fetch failed");
      },
    ],
  ])("%s is an outage, and is not asked again", async (_name, answer) => {
    const server = answering(answer);
    expect(await ask(server, 3600)).toEqual({ ok: false, error: "console_federation_unavailable" });
    expect(server.asked).toHaveLength(1);
  });
});

describe("the sign-in URL", () => {
  const url = buildSignInUrl({
    endpoint: federationEndpoint({ partition: "aws-us-gov", region: "us-gov-east-1" }),
    issuer: "https://aws.example.com",
    destination: "https://us-gov-east-1.console.amazonaws-us-gov.com/console/home?region=us-gov-east-1",
    signinToken: "a+b/c=",
  });

  test("goes to the partition's own endpoint, with everything encoded", () => {
    const parsed = new URL(url);
    expect(parsed.origin + parsed.pathname).toBe("https://us-gov-east-1.signin.amazonaws-us-gov.com/federation");
    expect(Object.fromEntries(parsed.searchParams)).toEqual({
      Action: "login",
      Issuer: "https://aws.example.com",
      Destination: "https://us-gov-east-1.console.amazonaws-us-gov.com/console/home?region=us-gov-east-1",
      SigninToken: "a+b/c=",
    });
  });

  test("behind a sign-out stays with the host that it is for", () => {
    const signOut = new URL(buildSignOutUrl(url));
    expect(signOut.host).toBe("us-gov-east-1.signin.amazonaws-us-gov.com");
    expect(signOut.pathname).toBe("/oauth");
    expect(signOut.searchParams.get("redirect_uri")).toBe(url);
  });

  test.each([
    ["aws", "us-east-1", "https://signin.aws.amazon.com/federation"],
    ["aws", "eu-west-1", "https://eu-west-1.signin.aws.amazon.com/federation"],
    ["aws-cn", "cn-north-1", "https://signin.amazonaws.cn/federation"],
    ["aws-eusc", "eusc-de-east-1", "https://eusc-de-east-1.signin.amazonaws-eusc.eu/federation"],
  ] as const)("of %s in %s is at %s", (partition, region, endpoint) => {
    expect(federationEndpoint({ partition, region })).toBe(endpoint);
  });
});
