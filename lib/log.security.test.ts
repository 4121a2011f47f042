import { STSServiceException } from "@aws-sdk/client-sts";
import { describe, expect, test } from "vitest";
import { createLog } from "./log";

function capture(write: (log: ReturnType<typeof createLog>) => void) {
  const lines: string[] = [];
  write(createLog({ write: (line) => void lines.push(line) }));
  return { text: lines.join(""), entry: JSON.parse(lines[0] ?? "{}") };
}

/** As the SDK throws it: with the whole answer, and what was sent, hanging on it. */
function sdkError() {
  const error = new STSServiceException({
    name: "AccessDenied",
    $fault: "client",
    message: "Not authorized to perform sts:AssumeRoleWithWebIdentity",
    $metadata: { httpStatusCode: 403, requestId: "11111111-2222" },
  });
  return Object.assign(error, {
    $response: { statusCode: 403, body: "SECRET-RESPONSE", headers: { "set-cookie": "SECRET-COOKIE" } },
    input: { WebIdentityToken: "SECRET-TOKEN" },
    cause: new Error("SECRET-CAUSE"),
  });
}

describe("secrets in logs", () => {
  test.each(["err", "error"])("an SDK's error under `%s` is logged by name, message and stack only", (name) => {
    const { text, entry } = capture((log) => log.error({ [name]: sdkError() }, "a route failed"));
    expect(Object.keys(entry[name]).sort()).toEqual(["message", "name", "stack"]);
    expect(entry[name]).toMatchObject({ name: "AccessDenied", message: expect.stringContaining("Not authorized") });
    expect(text).not.toContain("SECRET");
  });

  test("an error that is the whole entry is logged the same way", () => {
    const { text, entry } = capture((log) => log.error(sdkError()));
    expect(entry.err).toMatchObject({ name: "AccessDenied" });
    expect(text).not.toContain("SECRET");
  });

  test("an error with properties of its own loses them", () => {
    const error = Object.assign(new TypeError("x"), {
      params: ["SECRET"],
      query: "SELECT 'SECRET'",
      toJSON: () => "SECRET",
    });
    expect(capture((log) => log.error({ err: error })).text).not.toContain("SECRET");
  });

  test("what was thrown and is no error is not logged at all", () => {
    for (const thrown of [{ token: "SECRET" }, "SECRET", ["SECRET"]]) {
      const { entry, text } = capture((log) => log.error({ err: thrown }));
      expect(entry.err).toEqual({ message: "not an Error" });
      expect(text).not.toContain("SECRET");
    }
  });

  test("a message as long as a token is cut, in the stack too", () => {
    const { text } = capture((log) => log.error({ err: new Error(`${"x".repeat(300)}SECRET`) }, "failed"));
    expect(text).not.toContain("SECRET");
  });
});
