import { createServer, type RequestListener } from "node:http";
import { afterEach, describe, expect, test } from "vitest";
import { readFixture } from "./fixtures/fixture-file";
import { testProvider } from "./fixtures/test-ends";
import { createIdpDirectory } from "./idp-directory";

const metadata = readFixture("simplesamlphp-idp-metadata.xml");
const servers: ReturnType<typeof createServer>[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return typeof address === "object" && address !== null ? `http://127.0.0.1:${address.port}/metadata` : "";
}

function directoryOf(change: Record<string, unknown>, clock = { now: new Date("2026-11-21T09:00:00Z") }) {
  const provider = testProvider(change);
  const readFile = async () => metadata;
  return { clock, directory: createIdpDirectory({ provider, fetch, now: () => clock.now, readFile }) };
}

const later = (now: Date, minutes: number) => new Date(now.getTime() + minutes * 60_000);

describe("an identity provider's metadata", () => {
  test("comes from a file", async () => {
    const { directory } = directoryOf({ metadataFile: "./corp.xml" });
    expect(await directory.current()).toMatchObject({ ok: true, value: { ssoUrl: { redirect: expect.any(String) } } });
  });

  test("comes from explicit values, with several certificates", async () => {
    const certificates = [readFixture("test-idp.crt.pem"), readFixture("test-idp-next.crt.pem")];
    const change = { entityId: "https://idp", ssoUrl: "https://idp.example.test/sso", certificates, binding: "post" };
    expect(await directoryOf(change).directory.current()).toMatchObject({
      ok: true,
      value: { entityId: "https://idp", ssoUrl: { post: "https://idp.example.test/sso" }, sloUrl: null },
    });
    expect(await directoryOf({ ...change, certificates: undefined }).directory.current()).toMatchObject({ ok: false });
    expect(
      await directoryOf({ ...change, certificates: [readFixture("weak-1024-bit.crt.pem")] }).directory.current(),
    ).toMatchObject({ ok: false });
  });

  test("is fetched once for all who ask, and again after metadataRefresh", async () => {
    let requests = 0;
    const metadataUrl = await serve((_, response) => {
      requests += 1;
      response.end(metadata);
    });
    const { clock, directory } = directoryOf({ metadataUrl, metadataRefresh: "1h" });
    const answers = await Promise.all([directory.current(), directory.current(), directory.current()]);
    expect(answers.every((answer) => answer.ok)).toBe(true);
    clock.now = later(clock.now, 59);
    await directory.current();
    expect(requests).toBe(1);
    clock.now = later(clock.now, 2);
    await directory.current();
    await expect.poll(() => requests).toBe(2);
  });

  test("keeps its last good copy while the address serves junk, fails or names another entityID", async () => {
    let answer = metadata;
    let status = 200;
    let requests = 0;
    const metadataUrl = await serve((_, response) => {
      requests += 1;
      response.writeHead(status).end(answer);
    });
    const { clock, directory } = directoryOf({ metadataUrl, metadataRefresh: "1m" });
    await directory.current();
    const bad = [
      ["junk", 200],
      ["", 503],
      [metadata.replace(/entityID="[^"]*"/, 'entityID="https://evil.example"'), 200],
    ] as const;
    for (const [text, code] of bad) {
      [answer, status] = [text, code];
      clock.now = later(clock.now, 2);
      const before = requests;
      await directory.current();
      await expect.poll(() => requests).toBe(before + 1);
      expect(await directory.current()).toMatchObject({
        ok: true,
        value: { entityId: expect.stringContaining("idp.example.test") },
      });
    }
  });

  test("that expired is not kept", async () => {
    const valid = metadata.replace("entityID=", 'validUntil="2026-11-21T09:30:00Z" entityID=');
    const metadataUrl = await serve((_, response) => response.end(valid));
    const { clock, directory } = directoryOf({ metadataUrl });
    expect((await directory.current()).ok).toBe(true);
    clock.now = later(clock.now, 31);
    expect(await directory.current()).toMatchObject({ ok: false, error: { reason: "validUntil is past" } });
  });
});

describe("metadata by URL is refused", () => {
  test("behind a redirect to another address", async () => {
    const inside = await serve((_, response) => response.end(metadata));
    const metadataUrl = await serve((_, response) => response.writeHead(302, { location: inside }).end());
    expect(await directoryOf({ metadataUrl }).directory.current()).toMatchObject({ ok: false });
  });

  test("when it is over 2 MB", async () => {
    const metadataUrl = await serve((_, response) => response.end("x".repeat(3 * 1024 * 1024)));
    expect(await directoryOf({ metadataUrl }).directory.current()).toMatchObject({
      ok: false,
      error: { reason: "the metadata is over 2 MB" },
    });
  });

  test("of another entityID than the pinned one", async () => {
    const metadataUrl = await serve((_, response) => response.end(metadata));
    expect(await directoryOf({ metadataUrl, entityId: "https://pinned" }).directory.current()).toMatchObject({
      ok: false,
    });
  });

  test("when nobody listens, without asking again at once", async () => {
    let requests = 0;
    const metadataUrl = await serve((request) => {
      requests += 1;
      request.socket.destroy();
    });
    const { clock, directory } = directoryOf({ metadataUrl });
    expect((await directory.current()).ok).toBe(false);
    expect((await directory.current()).ok).toBe(false);
    expect(requests).toBe(1);
    clock.now = later(clock.now, 2);
    await directory.current();
    expect(requests).toBe(2);
  });
});
