import { describe, expect, it } from "vitest";
import { parseAccessKeyId, parseSecretAccessKey } from "./access-key";

describe("an access key id", () => {
  it("is taken without the white space that copying brings", () => {
    expect(parseAccessKeyId(" AKIAIOSFODNN7EXAMPLE\n")).toEqual({ ok: true, value: "AKIAIOSFODNN7EXAMPLE" });
  });

  it.each(["ASIAIOSFODNN7EXAMPLE", " asiaiosfodnn7example "])("of a session is refused as such: %j", (text) => {
    expect(parseAccessKeyId(text)).toEqual({ ok: false, error: "access_key_temporary" });
  });

  it.each([
    ...["", "AKIA", "akiaiosfodnn7example", "AIDAIOSFODNN7EXAMPLE", "AKIAIOSFODNN7EXAMPLE x", "AKIAIOSFODNN7-EXAMPLE"],
    ...["wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", `AKIA${"A".repeat(125)}`, "AKIAIOSFODNN7EXAMPLÉ"],
  ])("is refused when it is none: %j", (text) => {
    expect(parseAccessKeyId(text)).toEqual({ ok: false, error: "access_key_id_invalid" });
  });
});

describe("a secret access key", () => {
  it("is taken without white space around it", () => {
    const secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
    expect(parseSecretAccessKey(`\t${secret} `)).toEqual({ ok: true, value: secret });
  });

  it.each([
    "",
    " ",
    "short",
    "two words of forty characters altogether",
    "é".repeat(40),
    "x".repeat(129),
    `${"x".repeat(20)}\0`,
  ])("is refused when it cannot be one: %j", (text) => {
    expect(parseSecretAccessKey(text)).toEqual({ ok: false, error: "secret_access_key_invalid" });
  });
});
