import { execFile } from "node:child_process";
import { createHash, createHmac } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { EXAMPLE_INPUT } from "./fixtures/example-input";
import { javascript } from "./javascript";

const { credentials, region } = EXAMPLE_INPUT;
const ARN = "arn:aws:sts::123456789012:assumed-role/Developer/ada";
const ANSWER = `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult><Arn>${ARN}</Arn><UserId>AROA:ada</UserId><Account>123456789012</Account></GetCallerIdentityResult></GetCallerIdentityResponse>`;

type Seen = { readonly headers: IncomingMessage["headers"]; readonly body: string };
const seen: Seen[] = [];
const server = createServer(async (request, response) => {
  let body = "";
  for await (const chunk of request) body += String(chunk);
  seen.push({ headers: request.headers, body });
  response.writeHead(200, { "content-type": "text/xml" }).end(ANSWER);
});
const addressSchema = z.object({ port: z.number() });

beforeAll(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)));
afterAll(() => new Promise((resolve) => server.close(resolve)));

const hmac = (key: string | Buffer, text: string) => createHmac("sha256", key).update(text).digest();
const hash = (text: string) => createHash("sha256").update(text).digest("hex");

/** The signature that the secret key gives to what arrived (IAM User Guide, "Create a signed AWS API request"). */
function sign({ headers, body }: Seen): string {
  const [, scope = "", signedHeaders = ""] =
    /Credential=[^/]+\/([^,]+), SignedHeaders=([^,]+)/.exec(headers.authorization ?? "") ?? [];
  const lines = signedHeaders.split(";").map((name) => `${name}:${String(headers[name]).trim()}\n`);
  const canonical = ["POST", "/", "", lines.join(""), signedHeaders, hash(body)].join("\n");
  const text = ["AWS4-HMAC-SHA256", String(headers["x-amz-date"]), scope, hash(canonical)].join("\n");
  const key = scope.split("/").reduce<string | Buffer>(hmac, `AWS4${credentials.secretAccessKey}`);
  return hmac(key, text).toString("hex");
}

describe("the JavaScript snippet", () => {
  it("runs as it stands with the real SDK: key, secret, token and Region reach STS", async () => {
    const { port } = addressSchema.parse(server.address());
    const env = {
      NODE_ENV: "test",
      PATH: process.env.PATH,
      AWS_ENDPOINT_URL_STS: `http://127.0.0.1:${port}`,
      HOME: "/nonexistent",
    } as const;
    const args = ["--input-type=module", "-e", javascript.format(EXAMPLE_INPUT)];
    const { stdout } = await promisify(execFile)(process.execPath, args, { env });
    expect(stdout.trim()).toBe(ARN);

    const [request] = seen;
    if (!request) throw new Error("nothing arrived");
    expect(request.headers["x-amz-security-token"]).toBe(credentials.sessionToken);
    expect(request.headers.authorization).toContain(`Credential=${credentials.accessKeyId}/`);
    expect(request.headers.authorization).toContain(`/${region}/sts/aws4_request`);
    expect(request.headers.authorization).toContain(`Signature=${sign(request)}`);
  });
});
