import {
  AssumeRoleCommand,
  type Credentials,
  GetFederationTokenCommand,
  GetSessionTokenCommand,
  STSClient,
} from "@aws-sdk/client-sts";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { type RunningAws, startAws } from "./start-aws";
import { metadataXml } from "./test-assertion";
import { ACCOUNT, describeAccount, roleArn, userKeys } from "./test-organisation";

const DESTINATION = "https://eu-west-1.console.aws.amazon.com/s3/home?region=eu-central-1";
let aws: RunningAws;
let role: Credentials | undefined;

beforeAll(async () => {
  const accounts = [describeAccount("https://unused.example.com", { name: "corp", metadataXml })];
  aws = await startAws({ port: 0, mode: "parity", accounts });
  role = (await assume(userClient())).Credentials;
});
afterAll(() => aws.close());
afterEach(() => aws.clearFaults());

const userClient = () => new STSClient({ region: "eu-west-1", endpoint: aws.url, credentials: userKeys });
const assume = (sts: STSClient) =>
  sts.send(
    new AssumeRoleCommand({
      RoleArn: roleArn("Hub"),
      RoleSessionName: "ada@example.com",
      SourceIdentity: "ada",
      Tags: [{ Key: "team", Value: "payments" }],
    }),
  );

function askToken(credentials: Credentials | undefined, change: Record<string, string> = {}, method = "POST") {
  const session = {
    sessionId: credentials?.AccessKeyId,
    sessionKey: credentials?.SecretAccessKey,
    sessionToken: credentials?.SessionToken,
  };
  const parameters = new URLSearchParams({ Action: "getSigninToken", Session: JSON.stringify(session), ...change });
  return method === "POST"
    ? fetch(`${aws.url}/federation`, { method, body: parameters })
    : fetch(`${aws.url}/federation?${parameters}`);
}

async function findToken(change: Record<string, string> = {}, method?: string): Promise<string> {
  return z.object({ SigninToken: z.string() }).parse(await (await askToken(role, change, method)).json()).SigninToken;
}

function login(token: string, change: { Destination?: string; cookie?: string } = {}) {
  const { cookie, ...rest } = change;
  const parameters = {
    Action: "login",
    Issuer: "https://portal.example.com",
    Destination: DESTINATION,
    SigninToken: token,
    ...rest,
  };
  return fetch(`${aws.url}/federation?${new URLSearchParams(parameters)}`, {
    redirect: "manual",
    ...(cookie === undefined ? {} : { headers: { cookie } }),
  });
}

const readCookie = (response: Response): string => response.headers.get("set-cookie")?.split(";")[0] ?? "";

describe("a sign-in token", () => {
  it("is given for GET and for POST, and opens a console page that says who arrived, where and until when", async () => {
    for (const method of ["GET", "POST"]) {
      const opened = await login(await findToken({}, method));
      expect(opened.status).toBe(302);
      const page = await fetch(opened.headers.get("location") ?? "", { headers: { cookie: readCookie(opened) } });
      const html = await page.text();
      expect(page.status).toBe(200);
      for (const fact of [
        ACCOUNT,
        "payments-prod",
        roleArn("Hub"),
        "ada@example.com",
        "team=payments",
        "eu-central-1",
        "this is not AWS",
        role?.Expiration?.toISOString().slice(0, 19) ?? "",
      ]) {
        expect(html).toContain(fact);
      }
    }
    expect(aws.requests().map((request) => request.action)).toEqual(
      expect.arrayContaining(["getSigninToken", "login", "console"]),
    );
    expect(JSON.stringify(aws.requests())).not.toContain(role?.SecretAccessKey);
  });

  it("is good for fifteen minutes", async () => {
    const token = await findToken({ SessionDuration: "14400" });
    aws.orderFaults({ kind: "skew", skewMs: 15 * 60_000 });
    const answer = await login(token);
    expect([answer.status, answer.headers.get("content-type")]).toEqual([400, "text/html; charset=utf-8"]);
  });

  it("takes a SessionDuration within the role's maximum, which then outlives the credentials", async () => {
    await findToken({ SessionDuration: "14400" });
    const endsAt = Date.parse(aws.requests().at(-1)?.expiresAt ?? "");
    expect((endsAt - Date.now()) / 1000).toBeCloseTo(14_400, -1);
  });

  it.each(["899", "14401", "43201", "x", ""])("is refused with a page for a SessionDuration of %j", async (seconds) => {
    const answer = await askToken(role, { SessionDuration: seconds });
    expect([answer.status, answer.headers.get("content-type")]).toEqual([400, "text/html; charset=utf-8"]);
  });

  it("is refused to credentials that are wrong, expired, or have another shape", async () => {
    expect((await askToken(role && { ...role, SecretAccessKey: "x" })).status).toBe(400);
    expect((await askToken(role, { Session: "{" })).status).toBe(400);
    expect((await askToken(role, { Session: JSON.stringify({ sessionId: "a" }) })).status).toBe(400);
    aws.orderFaults({ kind: "skew", skewMs: 3_601_000 });
    expect((await askToken(role)).status).toBe(400);
  });

  it("is refused to GetSessionToken's credentials, and with a SessionDuration to chained ones", async () => {
    const session = await userClient().send(new GetSessionTokenCommand());
    const refused = await askToken(session.Credentials);
    expect([refused.status, refused.headers.get("content-type")]).toEqual([400, "text/html; charset=utf-8"]);
    const { AccessKeyId = "", SecretAccessKey = "", SessionToken = "" } = role ?? {};
    const credentials = { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken };
    const second = new STSClient({ region: "eu-west-1", endpoint: aws.url, credentials });
    const chained = await second.send(new AssumeRoleCommand({ RoleArn: roleArn("Hub"), RoleSessionName: "second" }));
    expect((await askToken(chained.Credentials, { SessionDuration: "3600" })).status).toBe(400);
    expect((await askToken(chained.Credentials)).status).toBe(200);
  });
});

describe("a federated user", () => {
  it("opens the console without a SessionDuration, as itself, until its credentials end", async () => {
    const federated = await userClient().send(new GetFederationTokenCommand({ Name: "ada", DurationSeconds: 7200 }));
    const refused = await askToken(federated.Credentials, { SessionDuration: "3600" });
    expect([refused.status, refused.headers.get("content-type")]).toEqual([400, "text/html; charset=utf-8"]);
    const answer = z.object({ SigninToken: z.string() }).parse(await (await askToken(federated.Credentials)).json());
    const opened = await login(answer.SigninToken);
    const page = await fetch(opened.headers.get("location") ?? "", { headers: { cookie: readCookie(opened) } });
    const html = await page.text();
    expect(html).toContain("<h1>federated-user/ada in payments-prod</h1>");
    expect(html).toContain(`arn:aws:sts::${ACCOUNT}:federated-user/ada`);
    expect(html).toContain("none: a federated user");
    expect(html).toContain(federated.Credentials?.Expiration?.toISOString().slice(0, 19));
  });
});

describe("destinations", () => {
  it("may be the stand-in's own console", async () => {
    const own = `${aws.url}/console/s3?region=eu-west-1`;
    expect((await login(await findToken(), { Destination: own })).headers.get("location")).toBe(own);
  });

  it.each([
    "https://evil.example/",
    "https://console.aws.amazon.com.evil.example/",
    "https://console.aws.amazon.com@evil.example/",
    "http://console.aws.amazon.com/",
    "//evil.example",
    "",
    "https://console.amazonaws.cn/",
  ])("destination to a foreign host: %j is refused", async (destination) => {
    expect((await login(await findToken(), { Destination: destination })).status).toBe(400);
  });
});

describe("a browser that has a session already", () => {
  it("must log out first, and may then come in", async () => {
    const cookie = readCookie(await login(await findToken()));
    const token = await findToken();
    const refused = await login(token, { cookie });
    const html = await refused.text();
    expect(html).toContain("You must first log out before logging into a different AWS account");
    const link = /href="([^"]+)"/.exec(html)?.[1]?.replaceAll("&amp;", "&") ?? "";
    const out = await fetch(`${aws.url}${link}`, { redirect: "manual", headers: { cookie } });
    expect(out.headers.get("set-cookie")).toContain("Max-Age=0");
    expect(out.headers.get("location")).toContain("/federation?Action=login");
    // The session is gone on the server, so even the old cookie does not stand in the way.
    expect((await fetch(out.headers.get("location") ?? "", { redirect: "manual", headers: { cookie } })).status).toBe(
      302,
    );
  });

  it("is not led to a foreign address by logging out", async () => {
    const out = await fetch(`${aws.url}/oauth?Action=logout&redirect_uri=https://evil.example/`, {
      redirect: "manual",
    });
    expect(out.headers.get("location")).toBe(`${aws.url}/console`);
  });

  it("sees nothing without its session", async () => {
    expect((await fetch(`${aws.url}/console`)).status).toBe(401);
  });
});
