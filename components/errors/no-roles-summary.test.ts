import { createTranslator } from "use-intl/core";
import { expect, test } from "vitest";
import messages from "../../lib/i18n/messages/en.json";
import { formatNoRolesSummary } from "./no-roles-summary";

const t = createTranslator({ locale: "en", messages, namespace: "noRoles" });
const PERSON = { name: "Noor Vale", email: "noor@example.com", subject: "u-5" };

test("the summary names the person, the provider and every group", () => {
  const text = formatNoRolesSummary(t, {
    person: PERSON,
    idpName: "Corporate SSO",
    groups: ["all-staff", "berlin"],
    groupsProblem: null,
    requestId: "req-1",
  });
  expect(text.split("\n")).toEqual([
    "I have no AWS role in the portal.",
    "Person: Noor Vale, noor@example.com",
    "Identity provider: Corporate SSO",
    "Subject: u-5",
    "Groups received: 2",
    "  all-staff",
    "  berlin",
    "Request id: req-1",
  ]);
});

test("somebody without name and e-mail is named by the subject, and the problem with the groups is said", () => {
  const text = formatNoRolesSummary(t, {
    person: { name: null, email: null, subject: "u-5" },
    idpName: "Entra",
    groups: [],
    groupsProblem: "groups_overage",
    requestId: null,
  });
  expect(text).toContain("Person: u-5");
  expect(text).toContain("more groups than the identity provider puts into one sign-in");
  expect(text).toContain("Groups received: none");
});
