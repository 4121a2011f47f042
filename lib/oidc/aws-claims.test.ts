import { UnsecuredJWT } from "jose";
import { describe, expect, test } from "vitest";
import { decodeAwsClaims } from "./aws-claims";

const tokenOf = (claims: Record<string, unknown>) =>
  new UnsecuredJWT({ iss: "https://idp.example.com", sub: "ada", aud: "portal", ...claims }).encode();

describe("what AWS reads of an ID token", () => {
  test("is issuer, audience and subject", () => {
    expect(decodeAwsClaims(tokenOf({}))).toEqual({
      issuer: "https://idp.example.com",
      audience: "portal",
      originalAudiences: [],
      subject: "ada",
      amr: [],
      sessionTags: [],
      transitiveTagKeys: [],
      sourceIdentity: null,
    });
  });

  test("is azp in place of aud, which is then known by another name", () => {
    const claims = decodeAwsClaims(tokenOf({ aud: ["portal", "other"], azp: "cli" }));
    expect(claims).toMatchObject({ audience: "cli", originalAudiences: ["portal", "other"] });
  });

  test.each([
    {
      "https://aws.amazon.com/tags": { principal_tags: { Team: ["payments"] }, transitive_tag_keys: ["Team"] },
      "https://aws.amazon.com/source_identity": "ada",
    },
    {
      "https://aws.amazon.com/tags/principal_tags/Team": "payments",
      "https://aws.amazon.com/tags/transitive_tag_keys": ["Team"],
      "https://aws.amazon.com/source_identity": "ada",
    },
  ])("is the tags in either form, and the source identity", (more) => {
    expect(decodeAwsClaims(tokenOf(more))).toMatchObject({
      sessionTags: [{ key: "Team", value: "payments" }],
      transitiveTagKeys: ["Team"],
      sourceIdentity: "ada",
    });
  });

  test("is nothing of what stands there in another shape", () => {
    const odd = {
      aud: 7,
      amr: { a: 1 },
      "https://aws.amazon.com/tags": { principal_tags: "x", transitive_tag_keys: 1 },
    };
    expect(decodeAwsClaims(tokenOf(odd))).toMatchObject({
      audience: "",
      amr: [],
      sessionTags: [],
      transitiveTagKeys: [],
    });
  });
});
