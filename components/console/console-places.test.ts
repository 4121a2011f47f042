import { describe, expect, test } from "vitest";
import { CONSOLE_SERVICES } from "#lib/aws/console-services";
import { listConsolePlaces, searchConsolePlaces } from "./console-places";

const GERMAN: Readonly<Record<string, string>> = {
  instances: "Instanzen",
  roles: "Rollen",
  logGroups: "Protokollgruppen",
};
const places = listConsolePlaces(CONSOLE_SERVICES, (page) => GERMAN[page] ?? page);
const find = (query: string, recent: readonly string[] = []) =>
  searchConsolePlaces(places, query, { recent, limit: 20 }).map(({ key }) => key);

describe("what people type", () => {
  test.each([
    ["cfn", "cloudformation"],
    ["ddb", "dynamodb"],
    ["sfn", "stepfunctions"],
    ["sg", "vpc"],
    ["ec2", "ec2"],
    ["EC2 inst", "ec2/instances"],
    ["ec2 Instanzen", "ec2/instances"],
    ["log groups", "cloudwatch/logGroups"],
    ["protokoll", "cloudwatch/logGroups"],
    ["iam roles", "iam/roles"],
    ["lambda", "lambda"],
    ["sso", "identitycenter"],
    ["k8s", "eks"],
    ["cost explorer", "costmanagement/costExplorer"],
    ["step", "stepfunctions"],
  ])("%j leads to %s", (query, key) => {
    expect(find(query)[0]).toBe(key);
  });

  test("every word has to fit", () => {
    expect(find("ec2 zebra")).toEqual([]);
  });

  test("may be anything: 5,000 characters, right-to-left text, a pattern", () => {
    for (const query of ["x".repeat(5000), "مثيلات", "🦊", "(((", "\\"]) expect(find(query)).toEqual([]);
  });
});

describe("before anything is typed", () => {
  test("services, without their pages", () => {
    expect(find("").slice(0, 3)).toEqual(["ec2", "s3", "lambda"]);
  });

  test("what was used last comes first, and once", () => {
    expect(find("", ["iam/roles", "s3", "gone"]).slice(0, 4)).toEqual(["iam/roles", "s3", "ec2", "lambda"]);
  });
});
