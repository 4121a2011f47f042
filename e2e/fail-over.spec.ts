import { expect, test } from "@playwright/test";
import { breakRegions, resetAws } from "./portal/aws-controls";
import { forgetRequests, listRequests } from "./portal/recorded-requests";
import { signIn } from "./portal/sign-in";

test.afterEach(() => resetAws());

// The portal passes a Region over for half a minute once it was down: each way to be down has a Region to itself.
const WAYS = [
  { way: "hang", says: "does not answer", region: "us-east-1", person: "developer", role: "Explorer in data-platform" },
  { way: "error", says: "answers 503", region: "eu-central-1", person: "admin", role: "Admin in shop-prod" },
] as const;

for (const { way, says, region, person, role } of WAYS) {
  test(`STS in ${region} ${says}: another Region of the partition gives the credentials within two seconds`, async ({
    page,
  }) => {
    await signIn(page, "corp", person);
    await forgetRequests();
    await breakRegions({ [region]: way });
    const answered = page.waitForResponse((response) => response.url().endsWith("/api/credentials"));
    const startedAt = performance.now();
    await page.getByRole("button", { name: `Credentials for ${role}` }).click();
    const response = await answered;
    expect(response.status()).toBe(200);
    expect(performance.now() - startedAt).toBeLessThan(2_000);
    await expect(page.getByRole("dialog").getByText(/^Expires in/)).toBeVisible();
    const calls = (await listRequests()).filter(({ action }) => action === "AssumeRoleWithWebIdentity");
    expect(calls[0]).toMatchObject({ region, fault: true });
    expect(calls.at(-1)).toMatchObject({ status: 200, fault: false });
    expect(calls.at(-1)?.region).not.toBe(region);
  });
}
