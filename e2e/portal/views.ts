import type { Page } from "@playwright/test";

type Person = "developer" | "admin" | "no-access";

/** A page, or a state of one, as somebody arrives at it. */
export type View = {
  readonly name: string;
  /** Null: nobody is signed in. */
  readonly person: Person | null;
  readonly path: string;
  readonly show?: (page: Page) => Promise<void>;
};

/** Masked, as they are until somebody asks; the key id gives way to one that is nobody's. */
export async function openCredentials(page: Page): Promise<void> {
  await page
    .getByRole("button", { name: /^Credentials for Developer in payments-prod/ })
    .first()
    .click();
  await page.getByText(/^Expires in/).waitFor();
  if (await page.getByText(/AWS_SECRET_ACCESS_KEY='[^•]/).count()) throw new Error("a secret is readable");
  await page.getByText(/ASIA[A-Z0-9]{16}/).evaluateAll((blocks) => {
    for (const block of blocks) block.innerHTML = block.innerHTML.replace(/ASIA[A-Z0-9]{16}/g, "ASIAEXAMPLEEXAMPLE00");
  });
}

async function openOptions(page: Page): Promise<void> {
  await page
    .getByRole("button", { name: /^Options for Developer in payments-prod/ })
    .first()
    .click();
  await page.getByLabel("Region").first().waitFor();
}

async function openPalette(page: Page): Promise<void> {
  await page.keyboard.press("Control+k");
  await page.getByRole("dialog").waitFor();
}

async function search(page: Page): Promise<void> {
  await page.locator("input[type=search]").fill("pay dev");
  await page.locator("mark").first().waitFor();
}

async function leaveCodeOut(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Get credentials" }).click();
  await page.getByText("The code has six digits.").waitFor();
}

async function showCommand(page: Page): Promise<void> {
  await page.getByLabel("MFA device").fill("arn:aws:iam::630492718354:mfa/ben");
  await page.getByRole("tab", { name: "Run a command" }).click();
}

async function mergeFile(page: Page): Promise<void> {
  await page.getByRole("tab", { name: "Update mine" }).click();
  await page.getByLabel("Your ~/.aws/config").fill("[default]\nregion = us-east-1\n");
  await page.getByRole("region", { name: "Merged configuration" }).waitFor();
}

async function showWindows(page: Page): Promise<void> {
  await page.getByRole("tab", { name: "Windows" }).click();
}

/** As the AWS CLI asks, with a code or at a loopback address. */
async function askAsCommandLine(page: Page, by: "code" | "loopback"): Promise<void> {
  const { origin } = new URL(page.url());
  const headers = { "user-agent": "aws-cli/2.36.7 os/linux" };
  const ask = async (path: string, data: object) => {
    const answer = await page.request.post(`${origin}/api/sso-oidc/${path}`, { data, headers });
    return answer.json();
  };
  const redirectUris = ["http://127.0.0.1/oauth/callback"];
  const { clientId, clientSecret } = await ask("client/register", {
    clientName: "botocore-client-corp",
    clientType: "public",
    redirectUris,
  });
  const { verificationUriComplete } = await ask("device_authorization", { clientId, clientSecret, startUrl: "x" });
  const pkce = { code_challenge_method: "S256", code_challenge: "a".repeat(43), state: "state" };
  const [redirect_uri = ""] = redirectUris;
  const query = new URLSearchParams({ response_type: "code", client_id: clientId, redirect_uri, ...pkce });
  await page.goto(by === "code" ? verificationUriComplete : `${origin}/authorize?${query}`);
}

/** With its token masked, and the only one. */
async function makeLease(page: Page): Promise<void> {
  const { origin } = new URL(page.url());
  await page.request.post(`${origin}/api/leases/end`, { form: { id: "all" }, headers: { origin }, maxRedirects: 0 });
  await page.reload();
  await page.getByRole("combobox", { name: "Role" }).fill("developer payments-dev");
  await page.keyboard.press("Enter");
  await page.getByLabel("Name").fill("billing-api");
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").waitFor();
}

async function chooseRole(page: Page): Promise<void> {
  await page.getByRole("combobox", { name: "Role" }).fill("developer");
  await page.getByRole("listbox").waitFor();
}

/** Every page, with what can be opened on it. */
export const VIEWS: readonly View[] = [
  { name: "sign-in", person: null, path: "/sign-in" },
  { name: "sign-in-refused", person: null, path: "/sign-in?notice=refused&ref=abc" },
  { name: "roles", person: "developer", path: "/" },
  { name: "roles-search", person: "developer", path: "/", show: search },
  { name: "roles-options", person: "developer", path: "/", show: openOptions },
  { name: "no-roles", person: "no-access", path: "/" },
  { name: "credentials", person: "developer", path: "/", show: openCredentials },
  { name: "palette", person: "developer", path: "/", show: openPalette },
  { name: "sessions", person: "developer", path: "/sessions" },
  { name: "activity", person: "developer", path: "/activity" },
  { name: "activity-empty", person: "no-access", path: "/activity" },
  { name: "iam-user", person: "developer", path: "/iam-user" },
  { name: "iam-user-mistakes", person: "developer", path: "/iam-user", show: leaveCodeOut },
  { name: "iam-user-command", person: "developer", path: "/iam-user", show: showCommand },
  { name: "terminal", person: "developer", path: "/terminal" },
  { name: "terminal-merged", person: "developer", path: "/terminal", show: mergeFile },
  { name: "terminal-none", person: "no-access", path: "/terminal" },
  { name: "credential-process", person: "developer", path: "/terminal/credential-process" },
  { name: "credential-process-windows", person: "developer", path: "/terminal/credential-process", show: showWindows },
  { name: "go-make", person: "developer", path: "/go" },
  { name: "go", person: "developer", path: "/go?account=payments-prod&role=Developer" },
  { name: "go-choose", person: "developer", path: "/go?account=payments-dev" },
  { name: "go-none", person: "developer", path: "/go?account=nowhere&role=Nobody" },
  { name: "device", person: "developer", path: "/device" },
  { name: "device-asked", person: "developer", path: "/device", show: (page) => askAsCommandLine(page, "code") },
  { name: "authorize", person: "developer", path: "/device", show: (page) => askAsCommandLine(page, "loopback") },
  { name: "device-wrong", person: "developer", path: "/device?done=device_code_unknown" },
  { name: "device-allowed", person: "developer", path: "/device?done=allowed" },
  { name: "authorize-unknown", person: "developer", path: "/authorize" },
  { name: "containers", person: "no-access", path: "/terminal/containers" },
  { name: "containers-role", person: "developer", path: "/terminal/containers", show: chooseRole },
  { name: "containers-made", person: "developer", path: "/terminal/containers", show: makeLease },
  { name: "help", person: "developer", path: "/help" },
  { name: "help-search", person: "developer", path: "/help?q=session" },
  { name: "help-cli", person: "developer", path: "/help/aws-cli" },
  { name: "help-path", person: "admin", path: "/help/portal-saml" },
  { name: "help-troubleshooting", person: "developer", path: "/help/troubleshooting" },
  { name: "admin", person: "admin", path: "/admin" },
  { name: "admin-set-up", person: "admin", path: "/admin/set-up" },
  { name: "admin-denials", person: "admin", path: "/admin/denials" },
  { name: "not-found", person: "developer", path: "/no-such-page" },
];
