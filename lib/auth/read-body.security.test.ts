import { describe, expect, test } from "vitest";
import { readBody } from "./read-body";

const LIMITS = { maxBytes: 1000, maxMs: 200 };
const post = (body: BodyInit, headers: Record<string, string> = {}) =>
  new Request("http://localhost/", { method: "POST", body, headers, duplex: "half" } as RequestInit);

const stream = (chunk: Uint8Array, pauseMs: number) =>
  new ReadableStream<Uint8Array>({
    async pull(controller) {
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
      controller.enqueue(chunk);
    },
  });

describe("denial of service before any check", () => {
  test("a body within the limits is read whole", async () => {
    expect(await readBody(post("é=1"), LIMITS)).toEqual({ ok: true, value: "é=1" });
  });

  test("a body that announces too much is refused unread", async () => {
    const request = post(stream(new Uint8Array(1), 1000), { "content-length": "5000" });
    expect(await readBody(request, LIMITS)).toEqual({ ok: false, error: "request_too_large" });
  });

  test("a body that grows past the limit without saying so is cut off", async () => {
    const request = post(stream(new Uint8Array(400), 1));
    expect(await readBody(request, LIMITS)).toEqual({ ok: false, error: "request_too_large" });
  });

  test("a body that trickles is given up after the time", async () => {
    const startedAt = performance.now();
    const request = post(stream(new Uint8Array(1), 50));
    expect(await readBody(request, LIMITS)).toEqual({ ok: false, error: "request_too_slow" });
    expect(performance.now() - startedAt).toBeLessThan(1000);
  });
});
