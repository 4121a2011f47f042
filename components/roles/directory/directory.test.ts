import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import type { RoleItem, RoleView } from "../role-view";
import { unpackDirectory } from "./directory";
import { packDirectory } from "./pack-directory";

const ROLE: RoleItem = {
  roleName: "Developer",
  description: "Read and deploy",
  via: "portal-oidc",
  maxDurationSeconds: 28_800,
  defaultDurationSeconds: 3600,
  limitedBy: "role",
  asks: null,
};

const ASKS = {
  reason: { label: "Ticket", required: true, pattern: null },
  mfa: false,
  forced: null,
  remembered: null,
  policy: null,
  policyArns: [],
  presets: [],
};

const account = (accountId: string, roles: readonly RoleItem[], rest: Partial<RoleView> = {}): RoleView => ({
  accountId,
  accountName: `account-${accountId}`,
  labels: { env: "prod", team: "payments" },
  region: "eu-west-1",
  environment: { name: "prod", tone: "red" },
  roles,
  ...rest,
});

const ACCOUNTS = [
  account("111111111111", [ROLE, { ...ROLE, roleName: "team/Billing", description: null, asks: ASKS }]),
  account("222222222222", [ROLE], { labels: {}, environment: null, region: "us-east-1" }),
  account("333333333333", [{ ...ROLE, description: "" }]),
];

test("what is packed comes back as it was", () => {
  expect(unpackDirectory(packDirectory(ACCOUNTS)).accounts).toEqual(ACCOUNTS);
});

test("a role is found in its account and in no other", () => {
  const { find, roles } = unpackDirectory(packDirectory(ACCOUNTS));
  expect(find("111111111111", "team/Billing")?.role.asks).toEqual(ASKS);
  expect(find("222222222222", "team/Billing")).toBeNull();
  expect(find("999999999999", "Developer")).toBeNull();
  expect(roles.map(({ account: { accountId }, role }) => `${accountId}/${role.roleName}`)).toEqual([
    "111111111111/Developer",
    "111111111111/team/Billing",
    "222222222222/Developer",
    "333333333333/Developer",
  ]);
});

test("the ARN of a role, which follows from the rest, stays behind", () => {
  const listed = [account("111111111111", [])].map((one) => ({ ...one, roles: [{ ...ROLE, roleArn: "arn:aws:iam" }] }));
  expect(packDirectory(listed)).not.toContain("arn:aws:iam");
});

test("10,000 roles of 1,000 accounts with a description each are at most 60 kB compressed, and unpacked in a frame", () => {
  const many = Array.from({ length: 1000 }, (_, at) =>
    account(
      String(100_000_000_000 + ((at * 7_919_317_331) % 900_000_000_000)),
      Array.from({ length: 10 }, (_, n) => ({
        ...ROLE,
        roleName: `Role${n}`,
        description: `What team ${(at * 37) % 200} does as number ${n}`,
      })),
      { labels: { env: ["prod", "staging", "dev"][at % 3] ?? "", team: `team-${at % 40}`, "cost-center": String(at) } },
    ),
  );
  const packed = packDirectory(many);
  expect(gzipSync(packed).byteLength).toBeLessThan(60_000);
  unpackDirectory(packed);
  const startedAt = performance.now();
  expect(unpackDirectory(packed).roles).toHaveLength(10_000);
  expect(performance.now() - startedAt).toBeLessThan(50);
});
