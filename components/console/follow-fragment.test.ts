import { describe, expect, test } from "vitest";
import { resolveFragment } from "./follow-fragment";

const resolve = (address: string) => resolveFragment(new URL(address, "https://aws.example.com"));
const S3 = encodeURIComponent("https://eu-west-1.console.aws.amazon.com/s3/buckets/logs?region=eu-west-1&tab=objects");

describe("a shortcut link of IAM Identity Center", () => {
  test.each(["/start/", "/start", "/"])("at %s becomes the portal's own", (path) => {
    expect(resolve(`${path}#/console?account_id=111122223333&role_name=Developer&destination=${S3}`)).toBe(
      `/go?account=111122223333&role=Developer&destination=${S3}`,
    );
  });

  test("without a role or a destination leaves them open", () => {
    expect(resolve("/start/#/console?account_id=111122223333")).toBe("/go?account=111122223333");
    expect(resolve("/#/console?account_id=111122223333&destination=")).toBe("/go?account=111122223333");
  });

  test("at the sign-in page is kept for afterwards", () => {
    const next = resolve("/sign-in?callbackUrl=%2Fstart#/console?account_id=111122223333&role_name=Developer");
    expect(next).toBe("/sign-in?callbackUrl=%2Fgo%3Faccount%3D111122223333%26role%3DDeveloper");
    expect(resolve(next ?? "")).toBeNull();
  });

  test.each([
    "#/console",
    "#/console?",
    "#/console?account_id=",
    "#/console?account_id=%20",
    "#/consoles?account_id=1",
    "#/device?user_code=ABCD",
    "#console?account_id=1",
    "#/console?role_name=Developer",
    "#%2Fconsole?account_id=1",
    "#main",
    "",
  ])("that is none (%s) leads nowhere", (fragment) => {
    expect(resolve(`/${fragment}`)).toBeNull();
    expect(resolve(`/sign-in${fragment}`)).toBeNull();
  });

  test.each([
    "#/console?account_id=//evil.example",
    "#/console?account_id=javascript:alert(1)&role_name=%0d%0a&destination=javascript:alert(1)",
    "#/console?account_id=%E0%A4%A&role_name=\u202eAdmin",
    `#/console?account_id=${"9".repeat(10_000)}`,
  ])("that is hostile (%.40s) leads to the portal's own page, which looks at it", (fragment) => {
    expect(new URL(resolve(`/${fragment}`) ?? "", "https://aws.example.com").origin).toBe("https://aws.example.com");
    expect(resolve(`/${fragment}`)).toMatch(/^\/go\?account=/);
    expect(resolve(`/sign-in${fragment}`)).toMatch(/^\/sign-in\?callbackUrl=%2Fgo%3Faccount/);
  });
});

describe("the fragment of a console address that was put into a link unescaped", () => {
  const link =
    "/go?account=payments-dev&destination=https://eu-west-1.console.aws.amazon.com/ec2/home?region=eu-west-1";

  test("belongs to the destination", () => {
    const next = new URL(resolve(`${link}#Instances:v=3`) ?? "", "https://aws.example.com");
    expect(next.searchParams.get("destination")).toMatch(/\?region=eu-west-1#Instances:v=3$/);
    expect(next.hash).toBe("");
  });

  test("survives the sign-in page, which keeps its choice of identity provider", () => {
    const next = resolve(`/sign-in?callbackUrl=${encodeURIComponent(link)}&begin=corp#Instances:`);
    const query = new URL(next ?? "", "https://aws.example.com").searchParams;
    expect(query.get("callbackUrl")).toContain("%23Instances%3A");
    expect(query.get("begin")).toBe("corp");
  });

  test("is left alone where the destination has one, or there is none", () => {
    expect(resolve("/go?account=a&destination=https%3A%2F%2Fx%2F%23there#Instances:")).toBeNull();
    expect(resolve("/go?account=a#Instances:")).toBeNull();
    expect(resolve("/activity?destination=https://x/#there")).toBeNull();
  });
});
