import { createServer } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { answerDirectly } from "./answer-directly";
import { takeBeforeNext } from "./before-next";
import { SECURITY_HEADERS } from "./security-headers";
import { type AnswerWire, toRoute } from "./wire";

const answer: AnswerWire = async ({ headers, query }) => {
  if (query.get("fail") !== null) throw new Error("a bug");
  const token = headers.get("x-amz-sso_bearer_token");
  if (token === null) return { status: 401, headers: { "x-amzn-errortype": "UnauthorizedException" }, body: {} };
  return { status: 200, headers: { "cache-control": "no-store" }, body: { token, asked: [...query] } };
};
const empty: AnswerWire = async () => ({ status: 200, headers: {}, body: null });

const server = createServer((_request, response) => response.end("Next"));
let url = "";

beforeAll(async () => {
  takeBeforeNext([answerDirectly({ "/call": answer, "/empty": empty })]);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  url = `http://127.0.0.1:${address !== null && typeof address === "object" ? address.port : 0}`;
  // The first request of a server is what the taking is fitted by.
  await fetch(url);
});
afterAll(() => server.close());

const HEADERS = { "x-amz-sso_bearer_token": "token" };
const whole = async (response: Response) => ({
  status: response.status,
  type: response.headers.get("content-type"),
  error: response.headers.get("x-amzn-errortype"),
  body: await response.text(),
});

test.each([
  ["/call?account_id=1&role_name=a%2Fb%20c&account_id=2", { "x-amz-sso_bearer_token": "token" }],
  ["/call?role_name=%E2%82%AC%ZZ+?x=1?y", { "x-amz-sso_bearer_token": "token" }],
  ["/call", {}],
])("GET %s is answered as its route would, with what every answer carries", async (path, headers) => {
  const direct = await fetch(`${url}${path}`, { headers });
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) expect(direct.headers.get(name)).toBe(value);
  expect(await whole(direct)).toEqual(await whole(await toRoute(answer)(new Request(`${url}${path}`, { headers }))));
});

test("an empty answer is empty", async () => {
  expect(await whole(await fetch(`${url}/empty`))).toMatchObject({ status: 200, type: null, body: "" });
});

test.each([
  ["POST", "/call"],
  ["GET", "/call/"],
  ["GET", "/CALL"],
  ["GET", "/calls?x=/call"],
  ["GET", "/constructor"],
])("%s %s is Next's", async (method, path) => {
  expect(await (await fetch(`${url}${path}`, { method, headers: HEADERS })).text()).toBe("Next");
});

test("a call that fails for a bug ends the connection and nothing else", async () => {
  await expect(fetch(`${url}/call?fail`)).rejects.toThrow();
  expect((await fetch(`${url}/empty`)).status).toBe(200);
});
