import { expect, test } from "vitest";
import { formatAwsCli } from "./aws-cli";
import { formatCloudFormation } from "./cloud-formation";
import { readCloudFormation } from "./fixtures/read-cloud-formation";
import { readTerraform } from "./fixtures/read-terraform";
import { runScript } from "./fixtures/run-script";
import type { SetUp } from "./plan";
import { formatTerraform } from "./terraform";

const LINE_BREAKS = ["\n", "\r", "\r\n", "\u0085", "\u2028", "\u2029", "\u0000", "\u202e"];
const empty = (accountName: string): SetUp => ({
  portalUrl: "https://aws.example.com",
  partition: "aws",
  accountId: "111122223333",
  accountName,
  oidcProviders: [],
  samlProviders: [],
  roles: [],
  user: null,
});

test("an account's name that goes on behind a line break adds no command, resource or block", () => {
  for (const lineBreak of LINE_BREAKS) {
    const setUp = empty(`prod${lineBreak}aws iam delete-role; $(aws x) \`aws y\`${lineBreak}resource "x" "y" {}`);
    const { calls } = runScript(formatAwsCli(setUp), { accountId: setUp.accountId, present: false });
    expect(calls.map(([, ...words]) => words.join(" "))).toEqual([
      "sts get-caller-identity --query Account --output text",
    ]);
    expect(readCloudFormation(formatCloudFormation(setUp), setUp).Resources).toEqual({});
    expect(readTerraform(formatTerraform(setUp), setUp).filter(({ type }) => type === "resource")).toEqual([]);
  }
});
