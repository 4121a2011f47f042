import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestIssuer } from "./test-issuer";
import { refused } from "./test-refusal";
import { startWebIdentityBench, TAGS, type WebIdentityBench } from "./test-web-identity";

let bench: WebIdentityBench;
beforeAll(async () => {
  bench = await startWebIdentityBench();
});
afterAll(() => bench.close());

describe("a bad token", () => {
  const now = () => Math.floor(Date.now() / 1000);

  it.each([
    [
      "expired",
      () => ({ exp: now() - 301 }),
      "ExpiredTokenException",
      /^Token expired: current date\/time \d+ must be before/,
    ],
    ["issued in the future", () => ({ iat: now() + 400 }), "InvalidIdentityToken", /^Token issued in the future: \d+$/],
    ["not valid yet", () => ({ nbf: now() + 400 }), "InvalidIdentityToken", /^Token not yet valid: /],
    [
      "with a fraction of a second",
      () => ({ exp: now() + 0.5 }),
      "InvalidIdentityToken",
      /^Invalid timestamp in token claims\.$/,
    ],
    ["without sub", () => ({ sub: undefined }), "InvalidIdentityToken", /^Missing a required claim: sub$/],
    ["without audience", () => ({ aud: [] }), "InvalidIdentityToken", /^Claim is not allowed to be empty: aud$/],
    [
      "for someone else",
      () => ({ aud: "other" }),
      "InvalidIdentityToken",
      /^The web identity token provided could not be validated/,
    ],
    ["for two", () => ({ aud: ["sts.amazonaws.com", "b"] }), "InvalidIdentityToken", /more than one audience/],
    [
      "of an unregistered issuer",
      () => ({ iss: "https://evil.example" }),
      "InvalidIdentityToken",
      /^No OpenIDConnect provider found in your account for https:\/\/evil\.example$/,
    ],
    [
      "with another slash in its issuer",
      () => ({ iss: `${bench.issuer.url}/` }),
      "InvalidIdentityToken",
      /^No OpenIDConnect provider/,
    ],
    [
      "with a party that is not registered",
      () => ({ azp: "portal" }),
      "InvalidIdentityToken",
      /could not be validated/,
    ],
    [
      "with a tag that is no list",
      () => ({ [TAGS]: { principal_tags: { team: "x" } } }),
      "InvalidIdentityToken",
      /not in correct format/,
    ],
    [
      "with a source identity AWS refuses",
      () => ({ "https://aws.amazon.com/source_identity": "a b" }),
      "InvalidIdentityToken",
      /^Source Identity must match/,
    ],
  ])("%s is refused", async (_, claims, code, message) => {
    await expect(bench.assume({ claims: claims() })).rejects.toMatchObject(
      refused(code, expect.stringMatching(message)),
    );
  });

  it("takes azp for the audience, whatever aud says", async () => {
    expect(await bench.assume({ claims: { azp: "sts.amazonaws.com", aud: ["a", "b"] } })).toMatchObject({
      Audience: "sts.amazonaws.com",
    });
  });

  it("of another key is refused, known id or not", async () => {
    const foreign = await startTestIssuer();
    const claims = { iss: bench.issuer.url };
    const token = await foreign.sign(claims);
    await foreign.close();
    await expect(bench.assume({ token })).rejects.toMatchObject(
      refused("InvalidIdentityToken", expect.stringMatching(/could not be validated/)),
    );
    const unknown = await bench.issuer.sign({}, { kid: "nobody" });
    await expect(bench.assume({ token: unknown })).rejects.toMatchObject(
      refused(
        "InvalidIdentityToken",
        expect.stringMatching(/^Couldn't retrieve verification key from your identity provider, {2}please/),
      ),
    );
  });

  it("without a signature, or none at all, is refused", async () => {
    const [, payload] = (await bench.issuer.sign()).split(".");
    const none = `${Buffer.from('{"alg":"none"}').toString("base64url")}.${payload}.`;
    for (const token of [none, "an-opaque-access-token"]) {
      await expect(bench.assume({ token })).rejects.toMatchObject(
        refused("InvalidIdentityToken", expect.stringMatching(/^The ID Token provided is not a valid JWT/)),
      );
    }
  });
});
