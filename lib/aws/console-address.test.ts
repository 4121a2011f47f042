import { expect, test } from "vitest";
import { accountOfAddress, withoutSessionHost } from "./console-address";

const OF_A_SESSION = "https://111122223333-ab12cd34.eu-west-1.console.aws.amazon.com/s3/buckets/logs?region=eu-west-1";

test("the address of one browser's session becomes one for everybody, and names its account", () => {
  expect(withoutSessionHost(OF_A_SESSION)).toBe(
    "https://eu-west-1.console.aws.amazon.com/s3/buckets/logs?region=eu-west-1",
  );
  expect(accountOfAddress(OF_A_SESSION)).toBe("111122223333");
});

test.each([
  "https://eu-west-1.console.aws.amazon.com/ec2/home",
  "https://console.aws.amazon.com/",
  "https://111122223333-ab12cd34.evil.example/console.",
  "not an address",
])("%s stays as it is", (address) => {
  expect(withoutSessionHost(address)).toBe(address);
  expect(accountOfAddress(address)).toBeNull();
});
