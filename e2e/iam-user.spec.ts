import { expect, test } from "@playwright/test";
import { BEN } from "./demo/iam-users";
import { ADDRESSES } from "./portal/addresses";
import { copyBlock, whoAmI } from "./portal/credentials-dialog";
import { fillForm, openForm, SECRET_FIELD, SESSION_TOKEN_URL, submitForm } from "./portal/iam-user-form";
import { listRequests } from "./portal/recorded-requests";
import { signIn } from "./portal/sign-in";

test("session-token: from key and code to a block that the AWS CLI is accepted with", async ({ page }) => {
  await openForm(page);
  await fillForm(page, { code: " 246 810 " });
  await page.getByLabel("Duration").selectOption("3600");
  await submitForm(page);
  expect(whoAmI(await copyBlock(page))).toBe(BEN.arn);
  expect((await listRequests())[0]).toMatchObject({
    action: "GetSessionToken",
    status: 200,
    requestedDurationSeconds: 3600,
  });
});

test("key and code are in the body of one request and, once AWS accepted them, nowhere in the page", async ({
  page,
}) => {
  await openForm(page);
  const bodies: string[] = [];
  page.on("request", (request) => {
    const sent = `${request.url()} ${JSON.stringify(request.headers())}`;
    expect(sent).not.toContain(BEN.secretAccessKey);
    if (request.postData()?.includes(BEN.secretAccessKey)) bodies.push(request.url());
  });
  await fillForm(page);
  await submitForm(page);
  const issued = /AWS_SECRET_ACCESS_KEY='([^']+)'/.exec(await copyBlock(page))?.[1] ?? "";
  expect(issued).toHaveLength(40);
  expect(bodies).toEqual([SESSION_TOKEN_URL]);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(page.getByRole("textbox", SECRET_FIELD)).toHaveValue("");
  await expect(page.getByLabel("MFA code")).toHaveValue("");
  await expect(page.getByRole("button", { name: "Get credentials" })).toBeFocused();
  const held = await page.evaluate(() => [
    document.documentElement.outerHTML,
    JSON.stringify({ ...localStorage }),
    JSON.stringify({ ...sessionStorage }),
    JSON.stringify(history.state),
    location.href,
    ...[...document.querySelectorAll("input")].map((input) => input.value),
  ]);
  for (const secret of [BEN.secretAccessKey, issued]) expect(held.join("\n")).not.toContain(secret);
  for (const text of held) expect(text).not.toMatch(new RegExp(`\\b${BEN.mfa.code}\\b`));
  await page.goto("/activity");
  await page.goBack();
  await expect(page.getByRole("textbox", SECRET_FIELD)).toHaveValue("");
});

test("no browser and no password manager is asked to keep what is typed", async ({ page }) => {
  await openForm(page);
  for (const field of [page.getByRole("textbox", SECRET_FIELD), page.getByLabel("MFA code")]) {
    await expect(field).toHaveAttribute("autocomplete", "off");
    await expect(field).toHaveAttribute("data-1p-ignore", "true");
    await expect(field).toHaveAttribute("data-lpignore", "true");
    expect(await field.getAttribute("name")).toBeNull();
    expect(await field.getAttribute("type")).not.toBe("password");
  }
  await expect(page.getByLabel("MFA code")).toHaveAttribute("inputmode", "numeric");
  const secret = page.getByRole("textbox", SECRET_FIELD);
  const masking = () => secret.evaluate((input) => getComputedStyle(input).getPropertyValue("-webkit-text-security"));
  expect(await masking()).toBe("disc");
  await page.getByRole("button", { name: "Show secret access key" }).click();
  expect(await masking()).toBe("none");
});

test("a form sent before its script is there sends nothing anywhere", async ({ page }) => {
  await signIn(page, "corp", "developer");
  await page.route("**/_next/static/**/*.js", (route) => route.abort());
  await page.goto("/iam-user");
  await fillForm(page);
  const sent: string[] = [];
  page.on("request", (request) => sent.push(request.url()));
  await submitForm(page);
  await page.getByLabel("MFA code").press("Enter");
  await page.waitForTimeout(500);
  expect(sent).toEqual([]);
  expect(page.url()).toBe(`${ADDRESSES.portalUrl}/iam-user`);
  await expect(page.getByLabel("MFA code")).toHaveValue(BEN.mfa.code);
});

test("session-token with a role: assumed by that key and code in the same step, as a first hop", async ({ page }) => {
  await openForm(page);
  await page.getByLabel("Session for").selectOption({ label: "DBA in legacy-erp" });
  await expect(page.getByText("The role allows up to 4 h.")).toBeVisible();
  await expect(page.getByLabel("Partition")).toBeDisabled();
  await page.getByLabel("Duration").selectOption("14400");
  await fillForm(page);
  await submitForm(page);
  expect(whoAmI(await copyBlock(page))).toMatch(
    /^arn:aws:sts::841295730624:assumed-role\/DBA\/ben\.lindqvist@example\.com$/,
  );
  const calls = (await listRequests()).filter(({ action }) => action !== "GetCallerIdentity");
  expect(calls).toMatchObject([
    {
      action: "AssumeRole",
      status: 200,
      callerArn: "arn:aws:iam::952306841735:user/ben.lindqvist",
      requestedDurationSeconds: 14_400,
    },
  ]);
});

test("the role's session can be narrowed, which AWS gets as its session policy", async ({ page }) => {
  await openForm(page);
  await page.getByLabel("Session for").selectOption({ label: "DBA in legacy-erp" });
  await page.getByRole("button", { name: "Take less than the role allows" }).click();
  await page.getByRole("checkbox", { name: /read/i }).first().click();
  await fillForm(page);
  const body = page.waitForRequest(SESSION_TOKEN_URL);
  await submitForm(page);
  expect((await body).postDataJSON()).toMatchObject({ scope: { readOnly: true } });
  expect(whoAmI(await copyBlock(page))).toContain(":assumed-role/DBA/");
});

test("a role chosen for somebody is chosen by the link to the page, and one that they do not hold is not", async ({
  page,
}) => {
  await openForm(page);
  await page.goto("/iam-user?account=841295730624&role=DBA");
  await expect(page.getByLabel("Session for")).toHaveValue("841295730624/DBA");
  await page.goto("/iam-user?account=841295730624&role=Admin");
  await expect(page.getByLabel("Session for")).toHaveValue("");
});
