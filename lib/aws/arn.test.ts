import { describe, expect, it } from "vitest";
import {
  bareRoleName,
  buildAssumedRoleArn,
  buildOidcProviderArn,
  buildRoleArn,
  buildSamlProviderArn,
  parseRoleArn,
  sessionNameOf,
} from "./arn";
import { isPartition, PARTITIONS } from "./partition";

const partitions = Object.keys(PARTITIONS).filter(isPartition);
const accountId = "111111111111";

describe("role ARNs", () => {
  it.each(partitions)("are built and read back in partition %s", (partition) => {
    const arn = buildRoleArn({ partition, accountId, roleName: "team/payments/Developer" });
    expect(arn).toBe(`arn:${partition}:iam::111111111111:role/team/payments/Developer`);
    expect(parseRoleArn(arn)).toEqual({
      ok: true,
      value: { arn, partition, accountId, path: "/team/payments/", roleName: "Developer" },
    });
  });

  it("have the path / when there is none", () => {
    const parsed = parseRoleArn("arn:aws:iam::000000000001:role/Dev_+=,.@-");
    expect(parsed).toMatchObject({ ok: true, value: { path: "/", roleName: "Dev_+=,.@-", accountId: "000000000001" } });
  });

  it.each([
    "",
    "arn:aws:iam::111111111111:role/",
    "arn:aws:iam::11111111111:role/Dev",
    "arn:aws:iam::1111111111111:role/Dev",
    "arn:aws:iam::111111111111:user/Dev",
    "arn:aws:sts::111111111111:assumed-role/Dev/me",
    "arn:aws-iso:iam::111111111111:role/Dev",
    "arn:constructor:iam::111111111111:role/Dev",
    "arn:aws:iam::111111111111:role/*",
    "arn:aws:iam::111111111111:role/Dev\n",
    "arn:aws:iam::111111111111:role/Dev ",
    " arn:aws:iam::111111111111:role/Dev",
    "arn:aws:iam::111111111111:role/a b/Dev",
    `arn:aws:iam::111111111111:role/${"x".repeat(65)}`,
    `arn:aws:iam::111111111111:role/${"x".repeat(511)}/Dev`,
    "ARN:aws:iam::111111111111:role/Dev",
    "arn:aws:iam::١١١١١١١١١١١١:role/Dev",
  ])("are refused when malformed: %j", (text) => {
    expect(parseRoleArn(text)).toEqual({ ok: false, error: "role_arn_invalid" });
  });

  it("are not built from parts that are none", () => {
    expect(() => buildRoleArn({ partition: "aws", accountId: "1", roleName: "Dev" })).toThrow();
    expect(() => buildRoleArn({ partition: "aws", accountId, roleName: "Dev/" })).toThrow();
  });
});

describe("other ARNs", () => {
  it("name an OIDC provider by host and path, without scheme", () => {
    const arn = "arn:aws-cn:iam::111111111111:oidc-provider/aws.example.com/oidc";
    expect(buildOidcProviderArn({ partition: "aws-cn", accountId, provider: "aws.example.com/oidc" })).toBe(arn);
    expect(buildOidcProviderArn({ partition: "aws-cn", accountId, provider: "https://aws.example.com/oidc" })).toBe(
      arn,
    );
  });

  it("name a SAML provider", () => {
    expect(buildSamlProviderArn({ partition: "aws-us-gov", accountId, provider: "gatehouse" })).toBe(
      "arn:aws-us-gov:iam::111111111111:saml-provider/gatehouse",
    );
  });

  it("drop the path of an assumed role", () => {
    expect(
      buildAssumedRoleArn({ partition: "aws", accountId, roleName: "a/b/Dev", sessionName: "ada@example.com" }),
    ).toBe("arn:aws:sts::111111111111:assumed-role/Dev/ada@example.com");
    expect(bareRoleName("Dev")).toBe("Dev");
  });
});

it("gives the session name of an assumed role back", () => {
  expect(sessionNameOf("arn:aws:sts::111111111111:assumed-role/Dev/ada@example.com")).toBe("ada@example.com");
});
