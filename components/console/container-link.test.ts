import { expect, test } from "vitest";
import { buildContainerLink, hasContainers } from "./container-link";

const link = {
  accountId: "111122223333",
  accountName: "Zahlungen & Söhne",
  roleName: "team/Dev+Ops@x",
  tone: "red",
  region: "eu-west-1",
  destination: "https://eu-west-1.console.aws.amazon.com/ec2/home?region=eu-west-1#Instances:",
  origin: "https://aws.example.com",
} as const;

/** As the extension reads it: the scheme cut off, the rest a query. */
const read = (text: string) => new URLSearchParams(text.replace(/^ext\+container:/, ""));

test("a container is named after the account, and coloured by its environment", () => {
  const query = read(buildContainerLink(link));
  expect(Object.fromEntries(query)).toMatchObject({ name: "Zahlungen & Söhne", color: "red" });
  expect(read(buildContainerLink({ ...link, tone: "green" })).get("color")).toBe("green");
});

test("the link leads to the portal's own page, which asks; whatever is in a name stays in its place", () => {
  const url = new URL(read(buildContainerLink(link)).get("url") ?? "");
  expect(url.origin + url.pathname).toBe("https://aws.example.com/go");
  expect(Object.fromEntries(url.searchParams)).toEqual({
    account: "111122223333",
    role: "team/Dev+Ops@x",
    region: "eu-west-1",
    destination: link.destination,
  });
  expect(new URL(read(buildContainerLink({ ...link, destination: null })).get("url") ?? "").search).not.toMatch(/dest/);
});

test.each([
  ["Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", true],
  ["Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36", false],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 FxiOS/140.0 Mobile Safari/605.1.15",
    false,
  ],
])("%s has containers: %s", (userAgent, has) => {
  expect(hasContainers(userAgent)).toBe(has);
});
