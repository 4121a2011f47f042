import { expect, test } from "vitest";
import { FORMATS } from "#lib/credentials/formats";
import { maskCredentials } from "./mask";

const CREDENTIALS = {
  accessKeyId: "ASIAIOSFODNN7EXAMPLE",
  secretAccessKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
  sessionToken: "FwoGZXIvYXdzEXAMPLETOKEN",
  expiresAt: new Date("2026-11-21T10:00:00Z"),
};

test.each(Object.values(FORMATS))("the masked block of $id holds neither secret, not even a part", ({ format }) => {
  const block = format({
    credentials: maskCredentials(CREDENTIALS),
    accountId: "111111111111",
    accountName: "payments-prod",
    roleName: "Developer",
    region: "eu-west-1",
    profileName: "payments-prod-Developer",
  });
  expect(block).toContain("••••");
  for (const part of ["wJalr", "CYEXAMPLEKEY", "FwoGZX", "EXAMPLETOKEN"]) expect(block).not.toContain(part);
});
