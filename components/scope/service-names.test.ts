import { describe, expect, test } from "vitest";
import { addServices } from "./service-names";

describe("adding services by hand", () => {
  test.each([
    ["athena", ["s3", "athena"]],
    [" S3 , ec2;kms\nsqs ", ["s3", "ec2", "kms", "sqs"]],
    ["athena:*", ["s3", "athena"]],
    ["", ["s3"]],
  ])("%j", (typed, services) => {
    expect(addServices(["s3"], typed)).toEqual({ ok: true, services });
  });

  test.each(["s3:Get*", "*", "a_b", "ü"])("%j is refused, and nothing is added", (typed) => {
    expect(addServices(["s3"], `ec2 ${typed}`)).toMatchObject({ ok: false, key: "notService" });
  });

  test("more than fit are refused", () => {
    const many = Array.from({ length: 21 }, (_, index) => `s${index}`).join(" ");
    expect(addServices([], many)).toEqual({ ok: false, key: "tooManyServices", values: { max: 20 } });
  });
});
