import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type RequestListener } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { success } from "./fixtures/loopback-sts";
import { findOwnPrincipal } from "./own-principal";

const KEY = "AKIAPORTALEXAMPLE";
const SESSION = { AccessKeyId: KEY, SecretAccessKey: "secret", Token: "token", Expiration: "2100-01-01T00:00:00Z" };

let folder: string;
const write = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "gatehouse-principal-"));
  globalThis.gatehouseOwnCredentials = undefined;
  globalThis.gatehouseOwnCredentialsMissingUntil = undefined;
  vi.stubEnv("AWS_EC2_METADATA_DISABLED", "true");
  vi.stubEnv("AWS_REGION", "eu-west-1");
  vi.stubEnv("AWS_CONFIG_FILE", join(folder, "config"));
  vi.stubEnv("AWS_SHARED_CREDENTIALS_FILE", join(folder, "credentials"));
});
afterEach(() => {
  vi.unstubAllEnvs();
  globalThis.gatehouseOwnCredentials = undefined;
  rmSync(folder, { recursive: true });
});

async function serve(listener: RequestListener) {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const stop = () => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${port}`, stop };
}

async function find() {
  const principal = await findOwnPrincipal(Date.now());
  if (principal === null || typeof principal.signer !== "function") return null;
  return { key: (await principal.signer()).accessKeyId, isTemporary: principal.isTemporary };
}

test("the environment: an IAM user's key, which is no role chaining", async () => {
  vi.stubEnv("AWS_ACCESS_KEY_ID", KEY);
  vi.stubEnv("AWS_SECRET_ACCESS_KEY", "secret");
  expect(await find()).toEqual({ key: KEY, isTemporary: false });
});

test("the environment with a session token: role chaining, known before any call", async () => {
  vi.stubEnv("AWS_ACCESS_KEY_ID", KEY);
  vi.stubEnv("AWS_SECRET_ACCESS_KEY", "secret");
  vi.stubEnv("AWS_SESSION_TOKEN", "token");
  expect(await find()).toEqual({ key: KEY, isTemporary: true });
});

test("a profile", async () => {
  write("credentials", `[portal]\naws_access_key_id = ${KEY}\naws_secret_access_key = secret\n`);
  vi.stubEnv("AWS_PROFILE", "portal");
  expect(await find()).toEqual({ key: KEY, isTemporary: false });
});

test("a web identity token file, as on EKS", async () => {
  const sts = await serve((_request, response) =>
    response
      .writeHead(200, { "content-type": "text/xml" })
      .end(success("AssumeRoleWithWebIdentity").replaceAll("2026", "2100")),
  );
  vi.stubEnv("AWS_WEB_IDENTITY_TOKEN_FILE", write("token", "eyJ.payload.signature"));
  vi.stubEnv("AWS_ROLE_ARN", "arn:aws:iam::111122223333:role/Portal");
  vi.stubEnv("AWS_ENDPOINT_URL_STS", sts.url);
  expect(await find()).toEqual({ key: "ASIAIOSFODNN7EXAMPLE", isTemporary: true });
  sts.stop();
});

test("the container's endpoint, as on ECS", async () => {
  const container = await serve((_request, response) => response.end(JSON.stringify(SESSION)));
  vi.stubEnv("AWS_CONTAINER_CREDENTIALS_FULL_URI", `${container.url}/credentials`);
  expect(await find()).toEqual({ key: KEY, isTemporary: true });
  container.stop();
});

test("the instance's metadata, as on EC2", async () => {
  const instance = await serve((request, response) => {
    const path = request.url ?? "";
    if (path.endsWith("/token")) return response.end("metadata-token");
    return response.end(
      path.endsWith("/security-credentials/") ? "Portal" : JSON.stringify({ Code: "Success", ...SESSION }),
    );
  });
  vi.stubEnv("AWS_EC2_METADATA_DISABLED", "false");
  vi.stubEnv("AWS_EC2_METADATA_SERVICE_ENDPOINT", instance.url);
  expect(await find()).toEqual({ key: KEY, isTemporary: true });
  instance.stop();
});

test("nothing anywhere is nobody, and is not looked for again at once", async () => {
  expect(await find()).toBeNull();
  vi.stubEnv("AWS_ACCESS_KEY_ID", KEY);
  vi.stubEnv("AWS_SECRET_ACCESS_KEY", "secret");
  expect(await find()).toBeNull();
  expect(await findOwnPrincipal(Date.now() + 61_000)).not.toBeNull();
});
