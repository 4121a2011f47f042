import { createServer } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { answerPolls } from "./answer-polls";
import { takeBeforeNext } from "./before-next";

const seen: string[] = [];
const server = createServer((request, response) => {
  let body = "";
  request.on("data", (chunk) => {
    body += chunk;
  });
  request.on("end", () => {
    seen.push(`${request.method} ${request.url} ${body.length}`);
    response.end(`route: ${body.slice(0, 40)}`);
  });
});
let url = "";

beforeAll(async () => {
  const polls = answerPolls("/token", (body) =>
    Buffer.from(body).toString() === "waiting"
      ? { name: "AuthorizationPendingException", status: 400, body: "{}" }
      : null,
  );
  takeBeforeNext([polls]);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  url = `http://127.0.0.1:${address !== null && typeof address === "object" ? address.port : 0}`;
  // The first request of a server is what the answering is fitted by.
  await fetch(url);
});
afterAll(() => server.close());

const post = (path: string, body: string) => fetch(`${url}${path}`, { method: "POST", body });

test("a poll that waits is answered without the route", async () => {
  seen.length = 0;
  const response = await post("/token", "waiting");
  expect(response.status).toBe(400);
  expect(response.headers.get("x-amzn-errortype")).toBe("AuthorizationPendingException");
  expect(response.headers.get("cache-control")).toContain("no-store");
  expect(seen).toEqual([]);
});

test.each([
  ["another body", "/token", "decided"],
  ["another path", "/other", "waiting"],
  ["no body", "/token", ""],
  ["a large body", "/token", "x".repeat(100_000)],
])("%s goes to the route, whole", async (_name, path, body) => {
  seen.length = 0;
  expect(await (await post(path, body)).text()).toBe(`route: ${body.slice(0, 40)}`);
  expect(seen).toEqual([`POST ${path} ${body.length}`]);
});

test.each([
  ["waiting", "{}"],
  ["decided", "route: decided"],
])("%s, in two pieces, is read to its end", async (body, answer) => {
  const pieces = new ReadableStream({
    async start(controller) {
      controller.enqueue(new TextEncoder().encode(body.slice(0, 4)));
      await new Promise((resolve) => setTimeout(resolve, 50));
      controller.enqueue(new TextEncoder().encode(body.slice(4)));
      controller.close();
    },
  });
  const init = { method: "POST", body: pieces, duplex: "half", headers: { "content-length": "7" } } as const;
  expect(await (await fetch(`${url}/token`, init)).text()).toBe(answer);
});

test("a GET of the same path goes to the route", async () => {
  expect(await (await fetch(`${url}/token`)).text()).toBe("route: ");
});
