import { expect, test } from "vitest";
import { parsePrincipalArn } from "./principal-arn";

test.each([
  "arn:aws:iam::111122223333:role/Gatehouse",
  "arn:aws:iam::111122223333:role/net/work/Gate.house",
  "arn:aws:iam::111122223333:user/portal",
])("%s is a principal that a role can trust", (arn) => {
  expect(parsePrincipalArn(` ${arn}\n`, "aws")).toEqual({ ok: true, value: arn });
});

test.each([
  ["arn:aws:sts::111122223333:assumed-role/Gatehouse/i-0abc", "is_a_session"],
  ["arn:aws:iam::111122223333:root", "is_an_account"],
  ["arn:aws-cn:iam::111122223333:role/Gatehouse", "another_partition"],
  ["arn:aws:iam::111122223333:role/*", "not_an_arn"],
  ["arn:aws:iam::1111:role/Gatehouse", "not_an_arn"],
  ["arn:aws:iam::111122223333:group/Gatehouse", "not_an_arn"],
  ["arn:aws:iam::111122223333:role/Gate house", "not_an_arn"],
  ["arn:constructor:iam::111122223333:role/Gatehouse", "not_an_arn"],
  ["*", "not_an_arn"],
  ["111122223333", "not_an_arn"],
  ["", "not_an_arn"],
])("%j is refused: %s", (text, problem) => {
  expect(parsePrincipalArn(text, "aws")).toEqual({ ok: false, error: problem });
});
