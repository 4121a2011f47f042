import { expect, test } from "@playwright/test";
import { ADDRESSES } from "./portal/addresses";
import { beginPkceLogin, callOidc, callPortal } from "./portal/pkce-login";
import { makeSdkHome, whoIsSdk } from "./portal/sdk-profile";
import { IDP_NAMES } from "./portal/sign-in";

const PAYMENTS_DEV = "630492718354";
const BEN = `arn:aws:sts::${PAYMENTS_DEV}:assumed-role/Developer/ben.lindqvist@example.com`;
const CREDENTIALS = `/federation/credentials?role_name=Developer&account_id=${PAYMENTS_DEV}`;

test.setTimeout(90_000);

test("the PKCE login of the current AWS CLI, from signed out: one confirmation, renewal, the SDK for JavaScript, and its end", async ({
  page,
}) => {
  const login = await beginPkceLogin();
  expect(login.registered).toMatchObject({ status: 200, body: { clientIdIssuedAt: expect.any(Number) } });
  await page.goto(login.url);
  await page.getByRole("button", { name: IDP_NAMES.corp }).click();
  await page.locator('button[name="person"][value="developer"]').click();
  await expect(page.getByRole("heading", { name: "Sign a command line in?" })).toBeVisible();
  await page.getByRole("button", { name: "Allow" }).click();
  const query = await login.answer;
  await expect(page.getByText("You may now close this page.")).toBeVisible();
  login.close();
  expect(query.get("state")).toBe(login.state);

  const tokens = await login.redeem(query.get("code") ?? "");
  expect(tokens).toMatchObject({ status: 200, body: { tokenType: "Bearer", expiresIn: 3600 } });
  const accessToken = String(tokens.body.accessToken);
  const accounts = await callPortal("/assignment/accounts?max_result=2", accessToken);
  expect(accounts.body).toMatchObject({ accountList: [{}, {}], nextToken: expect.any(String) });
  const roles = await callPortal(`/assignment/roles?account_id=${PAYMENTS_DEV}`, accessToken);
  expect(roles.body).toMatchObject({
    roleList: expect.arrayContaining([{ accountId: PAYMENTS_DEV, roleName: "Developer" }]),
  });
  const given = await callPortal(CREDENTIALS, accessToken);
  expect(given.body).toMatchObject({ roleCredentials: { expiration: expect.any(Number) } });

  // As it comes through a proxy that takes no underscores in names of headers and writes them with hyphens.
  for (const path of [CREDENTIALS, "/assignment/accounts"]) {
    const headers = { "x-amz-sso-bearer-token": accessToken };
    expect((await fetch(`${ADDRESSES.portalUrl}/api/sso${path}`, { headers })).status).toBe(200);
  }

  // A token in its last minute, as the cache of a CLI has it: the SDK renews it, and keeps what it got.
  const { clientId, clientSecret } = login;
  const refreshToken = String(tokens.body.refreshToken);
  const kept = { accessToken, refreshToken, clientId, clientSecret, expiresAt: new Date(Date.now() + 60_000) };
  const { home, readToken } = makeSdkHome(PAYMENTS_DEV, "Developer", kept);
  expect(await whoIsSdk(home)).toBe(BEN);
  expect(readToken().accessToken).not.toBe(accessToken);
  expect(Date.parse(readToken().expiresAt ?? "")).toBeGreaterThan(Date.now() + 3_000_000);

  await page.goto("/sessions");
  const row = page.getByRole("listitem").filter({ hasText: "botocore-client-corp" }).first();
  await expect(row).toContainText("AWS CLI on Linux");
  await row.getByRole("button", { name: /^End/ }).click();
  await expect(page.getByRole("status").filter({ hasText: "1 sign-in was ended." })).toBeVisible();
  expect(await callPortal(CREDENTIALS, readToken().accessToken ?? "")).toMatchObject({
    status: 401,
    errorType: "UnauthorizedException",
  });
  const renewed = await login.renew(readToken().refreshToken ?? "");
  expect(renewed).toMatchObject({ status: 400, errorType: "InvalidGrantException", body: { error: "invalid_grant" } });
});

test("bad input gets the modelled error of its call, by name, status and body", async () => {
  const CALLS = [
    ["/token", "not json", 400, "InvalidRequestException"],
    ["/token", { clientId: "a", clientSecret: "b", grantType: "password" }, 401, "InvalidClientException"],
    ["/device_authorization", { clientId: "a", clientSecret: "b", startUrl: "c" }, 401, "InvalidClientException"],
    ["/client/register", { clientName: "x", clientType: "confidential" }, 400, "InvalidClientMetadataException"],
    ["/client/register", { clientName: "x".repeat(20_000), clientType: "public" }, 400, "InvalidRequestException"],
  ] as const;
  for (const [path, body, status, errorType] of CALLS) {
    const answer = await callOidc(path, typeof body === "string" ? [body] : body);
    expect(answer).toMatchObject({ status, errorType, body: { error: expect.any(String) } });
  }
  const nobody = await callPortal(CREDENTIALS, "A".repeat(43));
  expect(nobody).toMatchObject({ status: 401, body: { message: "Session token not found or invalid" } });
});
