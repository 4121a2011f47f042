import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { AuditEntry } from "#lib/audit/event";
import type { Identity } from "#lib/identity";
import { listAuditEvents, recordAuditEntry } from "./audit-events";
import { consumeContinuation, findContinuation, saveContinuation } from "./continuations";
import { HOSTS, openForTests } from "./fixtures/hosts";
import { startPostgres } from "./fixtures/postgres-server";
import { type Database, openDatabase } from "./open-database";
import { findProof, saveProof } from "./proofs";
import { consumeSamlResponse, findSamlRequest, saveSamlRequest } from "./saml-requests";
import { createSealer, hashReference, newReference } from "./sealed";
import { endSession, findLiveSession, listLiveSessions, saveSession } from "./sessions";
import { consumeSignInCode, type SignInOutcome, saveSignInCode } from "./sign-in-codes";
import { sweepExpired } from "./sweep";

const NOW = new Date("2026-11-21T10:00:00Z");
const inSeconds = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
const sealer = createSealer(Buffer.alloc(32, 7));

const alice: Identity = {
  idp: "corp",
  protocol: "saml",
  subject: "alice",
  email: "alice@example.com",
  name: "Alice",
  groups: ["payments-dev"],
  groupsProblem: null,
  claims: { department: ["Payments"] },
};

const outcome: SignInOutcome = { identity: alice, nameId: null, sessionIndex: null, notAfter: null, proofs: [] };

async function newSession(database: Database, over: Partial<{ subject: string; expiresAt: Date }> = {}) {
  const id = randomUUID();
  const reference = newReference();
  await saveSession(database.client, {
    id,
    tokenHash: hashReference(reference),
    identity: { ...alice, subject: over.subject ?? "alice" },
    nameId: { value: "alice", format: null, nameQualifier: null, spNameQualifier: null },
    sessionIndex: "_1",
    address: "192.0.2.1",
    userAgent: "test",
    createdAt: NOW,
    expiresAt: over.expiresAt ?? inSeconds(3600),
  });
  return { id, hash: hashReference(reference) };
}

describe.each(Object.entries(HOSTS))("on %s", (_name, open) => {
  const database = openForTests(open);

  test("a session is found by its reference until it expires", async () => {
    const { id, hash } = await newSession(database);
    expect(await findLiveSession(database.query, hash, NOW)).toMatchObject({
      id,
      identity: alice,
      sessionIndex: "_1",
    });
    expect(await findLiveSession(database.query, hash, inSeconds(3600))).toBeNull();
    expect(await findLiveSession(database.query, hashReference("another"), NOW)).toBeNull();
  });

  test("an ended session is nobody's, and takes its proofs with it", async () => {
    const { id, hash } = await newSession(database);
    const proof = { value: "an assertion", issuedAt: NOW, expiresAt: inSeconds(300) };
    await saveProof(database.client, sealer, { sessionId: id, kind: "saml-response", ...proof });
    const key = { sessionId: id, kind: "saml-response" as const };
    expect(await findProof(database.client, sealer, key, NOW)).toEqual(proof);
    expect(await endSession(database.client, id, "signed_out", NOW)).toBe(true);
    expect(await endSession(database.client, id, "signed_out", NOW)).toBe(false);
    expect(await findLiveSession(database.query, hash, NOW)).toBeNull();
    expect(await findProof(database.client, sealer, key, NOW)).toBeNull();
  });

  test("only a person's own live sessions are listed", async () => {
    const own = await newSession(database, { subject: "carol" });
    await newSession(database, { subject: "carol", expiresAt: inSeconds(-1) });
    await newSession(database, { subject: "mallory" });
    const listed = await listLiveSessions(database.client, { idp: "corp", subject: "carol" }, NOW);
    expect(listed.map((session) => session.id)).toEqual([own.id]);
  });

  test("what is sealed does not stand readable in the row, nor open under another session", async () => {
    const { id } = await newSession(database);
    const other = await newSession(database);
    await saveProof(database.client, sealer, {
      sessionId: id,
      kind: "id-token",
      value: "eyJ.secret",
      issuedAt: NOW,
      expiresAt: inSeconds(60),
    });
    const row = await database.client.proof.findFirstOrThrow({ where: { sessionId: id } });
    expect(Buffer.from(row.sealed).toString("latin1")).not.toContain("secret");
    await database.client.proof.create({ data: { ...row, sessionId: other.id } });
    expect(await findProof(database.client, sealer, { sessionId: other.id, kind: "id-token" }, NOW)).toBeNull();
  });

  test("of eight deliveries of one response at once, one is accepted", async () => {
    const id = `_${randomUUID()}`;
    await saveSamlRequest(database.client, {
      id,
      relayState: id,
      idp: "corp",
      purpose: "sign-in",
      state: "s",
      codeChallenge: "c",
      sessionId: null,
      createdAt: NOW,
      expiresAt: inSeconds(600),
    });
    expect(await findSamlRequest(database.client, id, NOW)).toMatchObject({ id, purpose: "sign-in" });
    const delivery = { idp: "corp", messageIds: [`_r${id}`, `_a${id}`], requestId: id, keepUntil: inSeconds(600) };
    const results = await Promise.all(Array.from({ length: 8 }, () => consumeSamlResponse(database.client, delivery)));
    expect(results.filter(Boolean)).toHaveLength(1);
    expect(await findSamlRequest(database.client, id, NOW)).toBeNull();
  });

  test("an assertion that another response carried before is a replay", async () => {
    const assertion = `_${randomUUID()}`;
    const deliver = (response: string) =>
      consumeSamlResponse(database.client, {
        idp: "corp",
        messageIds: [response, assertion],
        requestId: null,
        keepUntil: inSeconds(60),
      });
    expect(await deliver("_r1")).toBe(true);
    expect(await deliver("_r2")).toBe(false);
  });

  test("a sign-in code works once, and not after its time", async () => {
    const row = { idp: "corp", state: "s", codeChallenge: "c", outcome, expiresAt: inSeconds(60) };
    await saveSignInCode(database.client, sealer, "code-1", row);
    const taken = await Promise.all([1, 2, 3].map(() => consumeSignInCode(database.client, sealer, "code-1", NOW)));
    expect(taken.filter((one) => one !== null)).toMatchObject([row]);
    await saveSignInCode(database.client, sealer, "code-2", row);
    expect(await consumeSignInCode(database.client, sealer, "code-2", inSeconds(60))).toBeNull();
  });

  test("what waits under a handle is for its owner, once", async () => {
    const owner = { idp: "corp", subject: "alice" };
    await saveContinuation(database.client, "handle", { ...owner, request: { a: 1 }, expiresAt: inSeconds(60) });
    expect(await consumeContinuation(database.client, "handle", { idp: "corp", subject: "mallory" }, NOW)).toBeNull();
    expect(await findContinuation(database.client, "handle", owner, NOW)).toEqual({ a: 1 });
    expect(await consumeContinuation(database.client, "handle", owner, NOW)).toEqual({ a: 1 });
    expect(await consumeContinuation(database.client, "handle", owner, NOW)).toBeNull();
  });

  test("audit entries come back newest first, a person's own, a page at a time", async () => {
    const entry = (subject: string, reason: string): AuditEntry => ({
      at: NOW,
      kind: "credentials.refused",
      outcome: "refused",
      requestId: randomUUID(),
      actor: { idp: "corp", subject, email: null },
      sessionId: null,
      address: "192.0.2.1",
      userAgent: null,
      role: { accountId: "111111111111", roleName: "Admin", roleArn: null },
      detail: { reason },
    });
    for (const reason of ["one", "two", "three"]) await recordAuditEntry(database.query, entry("dora", reason));
    await recordAuditEntry(database.query, entry("mallory", "other"));
    const page = await listAuditEvents(database.client, { idp: "corp", subject: "dora", before: null, take: 2 });
    expect(page.map((event) => event.detail.reason)).toEqual(["three", "two"]);
    const before = BigInt(page[1]?.id ?? 0);
    const rest = await listAuditEvents(database.client, { idp: "corp", subject: "dora", before, take: 2 });
    expect(rest.map((event) => event.detail.reason)).toEqual(["one"]);
  });

  test("sweeping removes what is over and leaves what still counts", async () => {
    const row = { idp: "corp", state: null, codeChallenge: null, outcome };
    await saveSignInCode(database.client, sealer, "over", { ...row, expiresAt: inSeconds(-1) });
    await saveSignInCode(database.client, sealer, "live", { ...row, expiresAt: inSeconds(60) });
    await sweepExpired(database.client, NOW);
    expect(await database.client.signInCode.count({ where: { codeHash: hashReference("over") } })).toBe(0);
    expect(await consumeSignInCode(database.client, sealer, "live", NOW)).not.toBeNull();
  });

  test("an undefined value in a condition is refused, not dropped", async () => {
    const hostile: { idp: string | undefined } = { idp: undefined };
    await expect(database.client.session.findMany({ where: hostile as { idp: string } })).rejects.toThrow();
  });
});

test("a database server that restarts costs requests, not the process", async () => {
  const server = await startPostgres();
  const database = await openDatabase({ url: server.url, directory: "/nonexistent" });
  await database.query("SELECT 1", []);
  await server.stop();
  await expect(database.query("SELECT 1", [])).rejects.toThrow();
  await database.close();
});
