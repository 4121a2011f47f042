import { describe, expect, test } from "vitest";
import { buildSubject } from "./subject";

describe("the subject for AWS", () => {
  test("is readable where it fits", () => {
    expect(buildSubject("corp", "8c1f4b70-2f0e")).toBe("corp:8c1f4b70-2f0e");
  });

  test("is never the portal's own, even for somebody of that name at an identity provider of that id", () => {
    expect(buildSubject("gatehouse", "trust-reader")).toMatch(/^gatehouse:~[\w-]{43}$/);
  });

  test("is as long as STS wants one, however short the names are", () => {
    expect(buildSubject("c", "42")).toMatch(/^c:~[\w-]{43}$/);
    expect(buildSubject("corp", "7")).toBe("corp:7");
  });

  test.each(["Ünïcode", "with space", "a".repeat(300), "line\nbreak", "~tilde", "\u0000"])(
    "takes %j into what AWS accepts",
    (subject) => {
      expect(buildSubject("corp", subject)).toMatch(/^corp:~[\w-]{43}$/);
    },
  );

  test("a subject colliding between people: two people never share one, whatever their IdP calls them", () => {
    const subjects = [
      "a",
      "A",
      "a ",
      "ä",
      "a\u0308",
      "b:a",
      ":a",
      "~a",
      "a".repeat(250),
      "a".repeat(251),
      "a".repeat(400),
    ];
    const built = ["corp", "corp-b", "c"].flatMap((idp) => subjects.map((subject) => buildSubject(idp, subject)));
    // An id of an identity provider holds no colon, so `corp` and `b:a` are not `corp:b` and `a`.
    expect(new Set(built).size).toBe(built.length);
    expect(built.every((subject) => subject.length <= 255)).toBe(true);
  });
});
