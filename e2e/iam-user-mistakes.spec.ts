import { expect, test } from "@playwright/test";
import { BEN } from "./demo/iam-users";
import { copyBlock, whoAmI } from "./portal/credentials-dialog";
import { fillForm, openForm, SECRET_FIELD, SESSION_TOKEN_URL, submitForm } from "./portal/iam-user-form";
import { listRequests } from "./portal/recorded-requests";

const actions = async () => (await listRequests()).map(({ action, status }) => `${action} ${status}`);

test("a wrong code is AWS's refusal in words, at the code; nothing is lost, and the next code works", async ({
  page,
}) => {
  await openForm(page);
  await fillForm(page, { code: "111111" });
  await submitForm(page);
  const code = page.getByLabel("MFA code");
  await expect(page.getByText(/^AWS did not accept the code\. Codes change every 30 seconds/)).toBeVisible();
  await expect(code).toHaveAttribute("aria-invalid", "true");
  await expect(code).toBeFocused();
  await expect(page.getByLabel("MFA device")).toHaveValue(BEN.mfa.serialNumber);
  await expect(page.getByRole("textbox", SECRET_FIELD)).toHaveValue(BEN.secretAccessKey);
  await expect(code).toHaveValue("111111");
  await page.keyboard.type(BEN.mfa.code);
  await page.keyboard.press("Enter");
  expect(whoAmI(await copyBlock(page))).toContain(":user/ben.lindqvist");
});

const MISTAKES = [
  { name: "a code of five digits", typed: { code: "12345" }, text: "The code has six digits.", field: "MFA code" },
  {
    name: "the key of a session",
    typed: { key: "ASIAIOSFODNN7BENSKEY" },
    text: /Long-term keys only: they begin with AKIA/,
    field: "Access key ID",
  },
  {
    name: "an access key id of another form",
    typed: { key: "BEN" },
    text: /20 capital letters/,
    field: "Access key ID",
  },
  {
    name: "a user's ARN as the device",
    typed: { device: BEN.mfa.serialNumber.replace("mfa", "user") },
    text: /Needs the ARN/,
    field: "MFA device",
  },
  {
    name: "a security key",
    typed: { device: "arn:aws:iam::841295730624:u2f/user/ben/key" },
    text: /shows no codes/,
    field: "MFA device",
  },
] as const;

for (const { name, typed, text, field } of MISTAKES) {
  test(`${name}: said at the field, nothing is sent and nothing lost`, async ({ page }) => {
    await openForm(page);
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await fillForm(page, typed);
    await submitForm(page);
    await expect(page.getByText(text)).toBeVisible();
    await expect(page.getByLabel(field)).toHaveAttribute("aria-invalid", "true");
    await expect(page.getByLabel(field)).toBeFocused();
    await expect(page.getByRole("textbox", SECRET_FIELD)).toHaveValue(BEN.secretAccessKey);
    expect(asked.filter((url) => url === SESSION_TOKEN_URL)).toEqual([]);
    expect(await actions()).toEqual([]);
  });
}

test("an unknown key and a wrong secret are told apart, each at its field", async ({ page }) => {
  await openForm(page);
  await fillForm(page, { key: "AKIAIOSFODNN7UNKNOWN" });
  await submitForm(page);
  await expect(page.getByText(/^AWS does not know this access key/)).toBeVisible();
  await expect(page.getByLabel("Access key ID")).toBeFocused();
  await fillForm(page, { secret: "x".repeat(40) });
  await submitForm(page);
  await expect(page.getByText(/^The secret does not fit/)).toBeVisible();
  await expect(page.getByRole("textbox", SECRET_FIELD)).toBeFocused();
  expect(await actions()).toEqual(["GetSessionToken 403", "GetSessionToken 403"]);
});

test("the partition follows the device's ARN, and the duration says what bounds it", async ({ page }) => {
  await openForm(page);
  const partition = page.getByLabel("Partition");
  await expect(partition).toHaveValue("aws");
  await expect(page.getByText("STS in eu-west-1.")).toBeVisible();
  await page.getByLabel("MFA device").fill("arn:aws-us-gov:iam::518062497385:mfa/ben");
  await expect(partition).toHaveValue("aws-us-gov");
  await expect(partition).toBeDisabled();
  await page.getByLabel("MFA device").fill("GAHT12345678");
  await expect(partition).toBeEnabled();
  await expect(page.getByText(/^Up to .*: credentials end with your sign-in to the portal\.$/)).toBeVisible();
});
