import { expect, test } from "vitest";
import { buildBookmarklet } from "./bookmarklet";

type ConsoleTab = { href: string; session?: object | string; cookie?: string };

/** What the bookmark opens when it is pressed in this tab. */
function press({ href, session, cookie = "" }: ConsoleTab): URLSearchParams {
  const content = typeof session === "string" ? session : JSON.stringify(session);
  const document = { cookie, querySelector: () => (session === undefined ? null : { content }) };
  const opened: unknown[][] = [];
  const code = decodeURIComponent(buildBookmarklet("https://aws.example.com").replace(/^javascript:/, ""));
  new Function("document", "location", "open", code)(document, new URL(href), (...args: unknown[]) =>
    opened.push(args),
  );
  expect(opened).toHaveLength(1);
  const [[address, target, features]] = [opened[0] ?? []];
  expect([target, features]).toEqual(["_blank", "noopener"]);
  expect(String(address)).toMatch(/^https:\/\/aws\.example\.com\/go\?share=1&/);
  return new URL(String(address)).searchParams;
}

const HREF = "https://eu-west-1.console.aws.amazon.com/s3/buckets?region=eu-west-1#objects";
const ARN = "arn:aws:sts::111122223333:assumed-role/Developer/ben@example.com";
const SESSION = { accountId: "111122223333", sessionARN: ARN, infrastructureRegion: "eu-west-1" };
const cookieOf = (arn: string) => `a=b; aws-userInfo=${encodeURIComponent(JSON.stringify({ arn, alias: "" }))}; c=d`;

const FULL = { share: "1", account: "111122223333", role: "Developer", region: "eu-west-1", destination: HREF };

test("takes account, role, Region and page from what the console says of its session", () => {
  expect(Object.fromEntries(press({ href: HREF, session: SESSION }))).toEqual(FULL);
});

test("takes account and role from the console's cookie where the page says nothing", () => {
  const { region: _, ...rest } = FULL;
  expect(Object.fromEntries(press({ href: HREF, cookie: cookieOf(ARN) }))).toEqual(rest);
});

test("takes the account from the host of one of several sessions, and leaves that session's name behind", () => {
  const href = HREF.replace("https://", "https://444455556666-ab12cd34.");
  const query = press({ href, cookie: cookieOf(ARN) });
  expect(Object.fromEntries(query)).toEqual({ share: "1", account: "444455556666", destination: HREF });
});

test("calls a permission set of IAM Identity Center by its own name", () => {
  const arn = "arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_DataAnalyst_0123456789abcdef/ben";
  expect(press({ href: HREF, session: { ...SESSION, sessionARN: arn } }).get("role")).toBe("DataAnalyst");
});

test.each([
  ["nothing is there", {}],
  ["what is there is no JSON", { session: "{", cookie: "aws-userInfo=%" }],
  [
    "it is another shape",
    { session: { accountId: 7, sessionARN: [], infrastructureRegion: {} }, cookie: "aws-userInfo=1" },
  ],
  ["an IAM user is signed in", { cookie: cookieOf("no arn") }],
])("asks for the page alone when %s", (_case, tab) => {
  expect(Object.fromEntries(press({ href: HREF, ...tab }))).toEqual({ share: "1", destination: HREF });
});

test("holds no character that a bookmark would lose, and the portal's address as text only", () => {
  expect(buildBookmarklet('https://x"+alert(1)+"')).not.toMatch(/["<>\s\\]/);
  expect(decodeURIComponent(buildBookmarklet('https://x"+alert(1)+"'))).toContain('"https://x\\"+alert(1)+\\""');
});
