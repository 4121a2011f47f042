import { expect, test } from "vitest";
import { buildFormatHref, readSetUpQuery } from "./query";

const read = (href: string) => {
  const pairs = new URL(href, "https://aws.example.com").searchParams;
  return readSetUpQuery(Object.fromEntries([...new Set(pairs.keys())].map((key) => [key, pairs.getAll(key)])));
};

test("a bare link asks for everything with all conditions on, as CloudFormation", () => {
  expect(readSetUpQuery({})).toEqual({
    accountId: null,
    roleNames: [],
    format: "cloudformation",
    narrowSubjects: true,
    requireSourceIdentity: true,
    principalArn: "",
    subjects: [],
  });
});

test("a condition is off only when the form was sent without it", () => {
  expect(readSetUpQuery({ sent: "1", source: "1" })).toMatchObject({
    narrowSubjects: false,
    requireSourceIdentity: true,
  });
});

test("an unknown format is CloudFormation, inherited names included", () => {
  for (const format of ["pulumi", "constructor", "__proto__", ""]) {
    expect(readSetUpQuery({ format }).format).toBe("cloudformation");
  }
});

test("the link to another format keeps all that was chosen", () => {
  const query = {
    accountId: "111122223333",
    roleNames: ["team/Dev", "a+b=c,d@e"],
    format: "cloudformation",
    narrowSubjects: false,
    requireSourceIdentity: true,
    principalArn: "arn:aws:iam::111122223333:role/Gatehouse",
    subjects: ["a b", "ü&x=1"],
  } as const;
  expect(read(buildFormatHref(query, "cli"))).toEqual({ ...query, format: "cli" });
});
