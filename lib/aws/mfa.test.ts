import { describe, expect, it } from "vitest";
import { parseMfaCode, parseMfaDevice } from "./mfa";

describe("an MFA device", () => {
  it.each(["aws", "aws-cn", "aws-us-gov", "aws-eusc"])("by its ARN tells partition %s and account", (partition) => {
    const serialNumber = `arn:${partition}:iam::123456789012:mfa/team/ben+phone@example.com`;
    const value = { serialNumber, partition, accountId: "123456789012" };
    expect(parseMfaDevice(` ${serialNumber} `)).toEqual({ ok: true, value });
  });

  it("of hardware is its serial number, which tells nothing else", () => {
    const value = { serialNumber: "GAHT12345678", partition: null, accountId: null };
    expect(parseMfaDevice("GAHT12345678")).toEqual({ ok: true, value });
  });

  it("without codes is refused as such", () => {
    expect(parseMfaDevice("arn:aws:iam::123456789012:u2f/user/ben/key-ABC")).toEqual({
      ok: false,
      error: "mfa_device_without_codes",
    });
  });

  it.each([
    ...[
      "",
      "ben",
      "arn:aws:iam::123456789012:user/ben",
      "arn:aws:iam::123456789012:role/x",
      "arn:aws:iam::12345:mfa/ben",
    ],
    ...[
      "arn:aws-mars:iam::123456789012:mfa/ben",
      "ARN:aws:iam::123456789012:mfa/ben",
      "arn:aws:iam::123456789012:mfa/",
    ],
    ...[
      "arn:aws:iam::123456789012:mfa/a b",
      "arn:aws:iam::123456789012:mfa/ben\nx",
      `arn:aws:iam::123456789012:mfa/${"x".repeat(240)}`,
    ],
    // A secret key in the wrong field is not sent to AWS as a serial number, nor recorded as one.
    ...["wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "wJalrXUtnFEMIxK7MDENGxbPxRfiCYEXAMPLEKEY"],
  ])("is refused when it is none: %j", (text) => {
    expect(parseMfaDevice(text)).toEqual({ ok: false, error: "mfa_device_invalid" });
  });
});

describe("an MFA code", () => {
  it.each(["123456", " 123 456 ", "12 34 56", "123\u00a0456"])(
    "has six digits, however they are spaced: %j",
    (text) => {
      expect(parseMfaCode(text)).toEqual({ ok: true, value: "123456" });
    },
  );

  it.each(["", "12345", "1234567", "12345a", "123-456", "１２３４５６", "12345\u0663"])(
    "is refused otherwise: %j",
    (text) => {
      expect(parseMfaCode(text)).toEqual({ ok: false, error: "mfa_code_invalid" });
    },
  );
});
