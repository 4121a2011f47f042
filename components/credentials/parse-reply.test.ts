import { expect, test } from "vitest";
import { parseContinueUrl, parseReply } from "./parse-reply";

const ISSUED = {
  credentials: {
    accessKeyId: "ASIAIOSFODNN7EXAMPLE",
    secretAccessKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
    sessionToken: "token",
    expiresAt: "2026-11-21T10:00:00.000Z",
  },
  accountId: "111111111111",
  accountName: "payments-prod",
  roleName: "Developer",
  roleArn: "arn:aws:iam::111111111111:role/Developer",
  region: "eu-west-1",
  assumedRoleArn: "arn:aws:sts::111111111111:assumed-role/Developer/ada",
  sessionName: "ada",
  sourceIdentity: null,
  tags: [{ key: "team", value: "payments" }],
  durationSeconds: 3600,
  limitedBy: "role",
  presets: [],
  requestId: "req-1",
};

test("credentials are read from a 200", () => {
  const reply = parseReply({ status: 200, body: ISSUED, clockOffsetMs: 0 });
  expect(reply.ok && reply.value.credentials.accessKeyId).toBe("ASIAIOSFODNN7EXAMPLE");
});

test("a refusal keeps AWS's code and the address to go on at", () => {
  const error = {
    code: "reauthentication_required",
    title: "Sign in again",
    message: "m",
    awsCode: null,
    requestId: "r",
  };
  const reply = parseReply({ status: 409, body: { error, continueUrl: "/api/x" }, clockOffsetMs: 0 });
  expect(!reply.ok && reply.error).toMatchObject({ code: "reauthentication_required", continueUrl: "/api/x" });
});

test.each([
  ["no answer", null],
  ["a 200 of another shape", { status: 200, body: { credentials: {} }, clockOffsetMs: 0 }],
  ["a proxy's own error", { status: 502, body: "Bad Gateway", clockOffsetMs: 0 }],
])("%s is said to be no answer", (_, body) => {
  const reply = parseReply(body);
  expect(!reply.ok && reply.error.code).toBe("portal_unreachable");
});

test.each(["https://evil.example/", "//evil.example", "javascript:alert(1)", "/\\evil.example"])(
  "the way on never leads to %s",
  (url) => {
    expect(parseContinueUrl(url, "https://aws.example.com")).toBeNull();
  },
);

test("the way on may be a path or an address of the portal", () => {
  expect(parseContinueUrl("/api/saml/corp/login?c=1", "https://p.example")).toBe(
    "https://p.example/api/saml/corp/login?c=1",
  );
  expect(parseContinueUrl("https://p.example/x", "https://p.example")).toBe("https://p.example/x");
});
