import { expect, test } from "vitest";
import type { AccountRole } from "../roles/role-view";
import { askFirstUrl, consoleFields } from "./open-console";

const target: AccountRole = {
  account: {
    accountId: "111122223333",
    accountName: "a",
    labels: {},
    environment: null,
    region: "eu-west-1",
    roles: [],
  },
  role: {
    roleName: "team/Dev+Ops",
    description: null,
    via: "portal-oidc",
    maxDurationSeconds: 3600,
    defaultDurationSeconds: 3600,
    limitedBy: "role",
    asks: {
      ...{ reason: null, mfa: false, forced: null, policy: null, policyArns: [], presets: [] },
      remembered: { readOnly: true },
    },
  },
};

const plain = { target, region: null, destination: null, durationSeconds: null, signOutFirst: false };

test("what was left alone is left out; a scope that was kept for the role goes along, and stays kept", () => {
  expect(consoleFields(plain)).toEqual({
    accountId: "111122223333",
    roleName: "team/Dev+Ops",
    scope: '{"readOnly":true}',
    rememberScope: "true",
  });
});

test("Region, page, duration and sign-out are fields of the form", () => {
  const fields = consoleFields({
    ...plain,
    region: "eu-north-1",
    destination: "https://x",
    durationSeconds: 900,
    signOutFirst: true,
  });
  expect(fields).toMatchObject({
    ...{ region: "eu-north-1", destination: "https://x", durationSeconds: "900", signOutFirst: "true" },
  });
});

test("the page that asks first is told the same, whatever is in a role's name", () => {
  const url = new URL(askFirstUrl({ ...plain, destination: "https://x/?a=b#c" }), "https://portal.example");
  expect(Object.fromEntries(url.searchParams)).toEqual({
    ...{ account: "111122223333", role: "team/Dev+Ops", destination: "https://x/?a=b#c" },
  });
});
