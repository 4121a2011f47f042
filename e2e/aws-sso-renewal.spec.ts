import { expect, test } from "@playwright/test";
import { signInByHand } from "./portal/sign-in";
import { aws, beginSsoLogin, makeSsoHome } from "./portal/sso-home";
import { control, resetControls } from "./portal/stand-in-controls";

const ML_SANDBOX = "174628590341";
const NOTEBOOK = { name: "notebook", accountId: ML_SANDBOX, roleName: "Notebook" };

test.setTimeout(90_000);
test.afterEach(resetControls);

test("idp-saml with a stale assertion: aws sso login passes the IdP by itself, one click allows it, and AWS takes it", async ({
  page,
}) => {
  // AWS takes an assertion for five minutes; this one has twenty seconds left.
  await control("corp", { ageSeconds: 280 });
  await signInByHand(page, "corp", "developer");
  await resetControls();
  const home = makeSsoHome([NOTEBOOK]);
  const login = await beginSsoLogin(home, NOTEBOOK.name);
  await page.goto(login.url);
  await expect(page.getByText(login.userCode, { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Allow" }).click();
  expect(await login.ended).toMatchObject({ code: 0 });
  const who = await aws(home, "sts", "get-caller-identity", "--profile", NOTEBOOK.name, "--query", "Arn");
  expect(who).toMatchObject({ code: 0, stderr: "", stdout: expect.stringContaining(":assumed-role/Notebook/") });
});
