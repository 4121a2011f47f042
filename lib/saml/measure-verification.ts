import "server-only";
import { createVerify, X509Certificate } from "node:crypto";
import { DOMParser } from "@xmldom/xmldom";
import { readPair } from "./fixtures/fixture-file";
import { makeResponse, toBase64 } from "./fixtures/honest-response";
import { EXPECTATION, NOW, TEST_IDP, testProvider } from "./fixtures/test-ends";
import { verifyResponse } from "./verify-response";

/** Run by `npm run bench`: prints medians in milliseconds as JSON. */
const ROUNDS = 400;

const xml = makeResponse({ signed: "assertion" });
const samlResponse = toBase64(xml);
const provider = testProvider();
const { publicKey } = new X509Certificate(readPair("test-idp").certificate);
const signature = Buffer.from(/<(?:\w+:)?SignatureValue>([^<]+)</.exec(xml)?.[1] ?? "", "base64");

const verify = () => verifyResponse({ samlResponse, idp: TEST_IDP, provider, now: NOW, expectation: EXPECTATION });

/** What cannot be done without: the XML parsed once, and one RSA verification over as many bytes. */
async function bare() {
  new DOMParser().parseFromString(xml, "text/xml");
  createVerify("RSA-SHA256").update(xml).verify(publicKey, signature);
}

async function median(run: () => Promise<unknown>): Promise<number> {
  const samples: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const startedAt = performance.now();
    await run();
    samples.push(performance.now() - startedAt);
  }
  return samples.sort((a, b) => a - b)[ROUNDS / 2] ?? Number.NaN;
}

async function main() {
  const verified = await verify();
  if (!verified.ok) throw new Error(`the honest response was refused: ${verified.error.code}`);
  await median(bare);
  await median(verify);
  process.stdout.write(`${JSON.stringify({ verifyMs: await median(verify), bareMs: await median(bare) })}\n`);
}

void main();
