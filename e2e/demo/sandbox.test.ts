import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AssumeRoleWithSAMLCommand, AssumeRoleWithWebIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { createBrowser, readForm } from "../idp/browser";
import { expectedRoles } from "./organisation";
import { type Sandbox, startSandbox, writePortalConfiguration } from "./start-sandbox";

const BASE_PORT = 14_000 + 4 * (process.pid % 500);
const directories: string[] = [];
afterAll(async () => {
  for (const directory of directories) await rm(directory, { recursive: true, force: true });
});

async function makeDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), "gatehouse-demo-"));
  directories.push(directory);
  return directory;
}

async function signInAtWorkforce(sandbox: Sandbox): Promise<string> {
  const { portalUrl, oidcUrl } = sandbox.addresses;
  const redirectUri = `${portalUrl}/api/auth/callback/workforce`;
  const browser = createBrowser(portalUrl);
  const query = new URLSearchParams({
    client_id: "gatehouse",
    response_type: "code",
    redirect_uri: redirectUri,
    scope: "openid",
    // The challenge of 43 times the letter a: RFC 7636, 4.2.
    code_challenge: "ZtNPunH49FD35FWYhT5Tv8I7vRKQJ8uxMaL0_9eHjNA",
    code_challenge_method: "S256",
  });
  const { left } = await browser.submit(await browser.open(`${oidcUrl}/auth?${query}`), { person: "developer" });
  const response = await fetch(`${oidcUrl}/token`, {
    method: "POST",
    headers: { authorization: `Basic ${Buffer.from("gatehouse:gatehouse-demo-secret").toString("base64")}` },
    body: new URLSearchParams({
      grant_type: "authorization_code",
      code: new URL(left ?? "").searchParams.get("code") ?? "",
      redirect_uri: redirectUri,
      code_verifier: "a".repeat(43),
    }),
  });
  return z.object({ id_token: z.string() }).parse(await response.json()).id_token;
}

describe("the sandbox", () => {
  it("lets AWS take an ID token of the workforce provider for an idp-oidc role", async () => {
    const sandbox = await startSandbox({ basePort: BASE_PORT });
    try {
      const role = expectedRoles("developer", "workforce").find(({ via }) => via === "idp-oidc");
      const sts = new STSClient({ region: "eu-west-1", endpoint: sandbox.aws.url });
      const session = await sts.send(
        new AssumeRoleWithWebIdentityCommand({
          RoleArn: role?.roleArn,
          RoleSessionName: "ben.lindqvist@example.com",
          WebIdentityToken: await signInAtWorkforce(sandbox),
        }),
      );
      expect(session.AssumedRoleUser?.Arn).toContain("assumed-role/PowerUser/ben.lindqvist@example.com");
    } finally {
      await sandbox.close();
    }
  });

  it("lets AWS take an assertion of the SAML IdP for an idp-saml role, by the application that is addressed to AWS", async () => {
    const sandbox = await startSandbox({ basePort: BASE_PORT, awsApplication: true, mode: "strict" });
    try {
      const { portalUrl, samlUrl } = sandbox.addresses;
      const browser = createBrowser(portalUrl);
      const page = await browser.submit(await browser.open(`${samlUrl}/idp-initiated?sp=aws`), { person: "auditor" });
      const role = expectedRoles("auditor", "corp").find(({ via }) => via === "idp-saml");
      const sts = new STSClient({ region: "eu-west-1", endpoint: sandbox.aws.url });
      const session = await sts.send(
        new AssumeRoleWithSAMLCommand({
          RoleArn: role?.roleArn,
          PrincipalArn: `arn:aws:iam::${role?.accountId}:saml-provider/corp`,
          SAMLAssertion: readForm(page).hidden.SAMLResponse,
        }),
      );
      expect(session.AssumedRoleUser?.Arn).toContain("assumed-role/SecurityAudit/elodie.martin@example.com");
      expect(session.SourceIdentity).toBe("elodie.martin@example.com");
      expect(session.Audience).toBe("https://signin.aws.amazon.com/saml");
    } finally {
      await sandbox.close();
    }
  });

  it("closes what it started when a port is taken", async () => {
    const first = await startSandbox({ basePort: BASE_PORT });
    // Its AWS is where the second one's OIDC provider would be free but the SAML IdP is not.
    await expect(startSandbox({ basePort: BASE_PORT + 1 })).rejects.toMatchObject({ code: "EADDRINUSE" });
    await first.close();
    const again = await startSandbox({ basePort: BASE_PORT + 1 });
    await again.close();
  });

  it("writes a configuration with keys that only their owner can read", async () => {
    const directory = await makeDirectory();
    const sandbox = await startSandbox({ basePort: BASE_PORT });
    const path = await writePortalConfiguration(directory, { addresses: sandbox.addresses });
    await sandbox.close();
    expect(await readFile(path, "utf8")).toContain(`url: http://localhost:${BASE_PORT}`);
    expect((await stat(join(directory, "keys", "saml.key"))).mode & 0o077).toBe(0);
  });

  it("runs as a process that says in JSON when it is ready, and stops on SIGTERM", async () => {
    const directory = await makeDirectory();
    const args = ["--import", "tsx", "e2e/demo/sandbox.ts", "--port", String(BASE_PORT), "--directory", directory];
    const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "ignore"] });
    const line = await new Promise<string>((resolve) => child.stdout.once("data", (data) => resolve(String(data))));
    expect(JSON.parse(line)).toMatchObject({
      ready: true,
      accounts: 15,
      configPath: join(directory, "gatehouse.yaml"),
    });
    child.kill("SIGTERM");
    expect(await new Promise((resolve) => child.once("exit", resolve))).toBe(0);
  });
});
