import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createSealer } from "#lib/db/sealed";
import { signingKeyStore } from "#lib/db/signing-keys";
import { ensureSigningKeys } from "#lib/issuer/signing-keys";
import { inSeconds, NOW, openTestPortal, type TestPortal } from "./fixtures/test-portal";
import { describeIssuer } from "./issuer-documents";
import { signingKeys } from "./signing-keys";

const DAY = 86_400;

let portal: TestPortal;
beforeEach(async () => {
  portal = await openTestPortal();
});
afterEach(() => portal.stop());

/** What the portal publishes and signs with after so many seconds. */
async function portalAfter(seconds: number) {
  portal.use({ now: inSeconds(seconds) });
  const { jwks, samlMetadata } = await describeIssuer();
  const { active } = await signingKeys();
  return { active: active.kid, published: jwks.keys.map(({ kid }) => kid), samlMetadata };
}

describe("key rotation, over a real database", () => {
  test("publishes the next key before it signs, keeps the old one after, and then it is gone", async () => {
    const { keyRotation, keyOverlap } = portal.use().config.issuer;
    const first = await portalAfter(0);
    expect(first.published).toEqual([first.active]);
    const announced = await portalAfter(keyRotation - keyOverlap + 60);
    expect(announced.active).toBe(first.active);
    expect(announced.published).toHaveLength(2);
    const rotated = await portalAfter(keyRotation + 60);
    expect(rotated.active).toBe(announced.published[1]);
    expect(rotated.published).toEqual([rotated.active, first.active]);
    const over = await portalAfter(keyRotation + keyOverlap + 120);
    expect(over.published).toEqual([rotated.active]);
    expect(await portal.storage.db.signingKey.findMany({ select: { kid: true } })).toEqual([{ kid: rotated.active }]);
  });

  test("several instances that come to it at the same moment make one key each time", async () => {
    const { storage } = portal;
    const policy = { rotationSeconds: 90 * DAY, overlapSeconds: 7 * DAY };
    const instances = () =>
      Promise.all(
        [1, 2, 3, 4].map(() => ensureSigningKeys(signingKeyStore(storage.db, storage.sealer), { now: NOW, policy })),
      );
    expect(new Set((await instances()).map(({ active }) => active.kid)).size).toBe(1);
    expect(await storage.db.signingKey.count()).toBe(1);
  });

  test("a portal that was off for a year goes on with the key that AWS knows, and announces the next", async () => {
    const first = await portalAfter(0);
    const back = await portalAfter(365 * DAY);
    expect(back.active).toBe(first.active);
    expect(back.published).toHaveLength(2);
  });

  test("another portal's secret is said, not answered with a new key that AWS does not trust", async () => {
    await portalAfter(0);
    const { db } = portal.storage;
    const foreign = signingKeyStore(db, createSealer(Buffer.alloc(32, 8)));
    await expect(foreign.list()).rejects.toThrow(/sealed under another portal.secret/);
    expect(await db.signingKey.count()).toBe(1);
  });
});
