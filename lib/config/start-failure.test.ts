import { expect, test } from "vitest";
import { formatPath, formatProblems } from "./problem";
import { configInvalid, configMissing, describeStartFailure } from "./start-failure";

const PROBLEMS = [
  { path: "portal.url", line: 2, message: "is missing; needs to be text" },
  { path: "", message: "needs to be a mapping" },
];

test("problems are listed with their place, line and what to write", () => {
  expect(formatProblems(PROBLEMS, "gatehouse.yaml")).toBe(`gatehouse.yaml: 2 problems

  portal.url (line 2)
      is missing; needs to be text
  the document
      needs to be a mapping
`);
  expect(formatProblems(PROBLEMS.slice(0, 1), "g.yaml")).toMatch(/^g\.yaml: 1 problem\n/);
});

test("a path is written as people write it", () => {
  expect(formatPath(["access", "accounts", 2, "tags", "cost center", "x-y"])).toBe(
    'access.accounts[2].tags["cost center"].x-y',
  );
});

test("a configuration that does not hold carries its problems", () => {
  const error = configInvalid(PROBLEMS, "gatehouse.yaml");
  expect(error.problems).toBe(PROBLEMS);
  expect(describeStartFailure(error)).toContain("portal.url (line 2)");
});

test("a missing configuration says in three lines what to do", () => {
  const text = describeStartFailure(configMissing("./gatehouse.yaml", false));
  expect(text.split("\n")).toHaveLength(3);
  expect(text).toMatch(/GATEHOUSE_CONFIG is not set[\s\S]*npm run demo[\s\S]*npm start/);
  expect(describeStartFailure(configMissing("/etc/x.yaml", true))).toContain("GATEHOUSE_CONFIG names /etc/x.yaml");
});

test("any other failure is its message and its cause's, without a stack", () => {
  const error = new Error("the data directory is in use", { cause: new Error("locked by 12") });
  expect(describeStartFailure(error)).toBe("The portal could not start: the data directory is in use (locked by 12)");
  expect(describeStartFailure("x")).toBe("The portal could not start.");
});
