import { expect, it } from "vitest";
import { parseAccountId } from "./account-id";

it("accepts twelve digits, leading zeros included", () => {
  expect(parseAccountId("000000000042")).toEqual({ ok: true, value: "000000000042" });
});

it.each(["", "42", "1111-1111-1111", " 111111111111", "111111111111\n", "1111111111111", "１１１１１１１１１１１１"])(
  "refuses %j",
  (text) => {
    expect(parseAccountId(text)).toEqual({ ok: false, error: "account_id_invalid" });
  },
);
