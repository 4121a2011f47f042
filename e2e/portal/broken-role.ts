import { expect, type Page } from "@playwright/test";
import type { BrokenFor } from "#lib/trust/fixtures/broken-policies";
import type { RecordedRequest } from "../aws/request-log";
import { PORTAL_USER } from "../demo/iam-users";
import { oidcProviderName } from "../demo/provider-names";
import { ADDRESSES } from "./addresses";
import { forgetRequests, listRequests } from "./recorded-requests";
import { type Asked, askFor } from "./refused-role";

/** As IAM names the portal's issuer. */
export const PROVIDER = oidcProviderName(`${ADDRESSES.portalUrl}/oidc`);

/** A role to break. */
export type Target = Asked & { readonly tagKeys: readonly string[]; readonly via: "token" | "principal" };

export const DEVELOPER: Target = {
  account: "payments-dev",
  name: "Developer",
  isRead: true,
  answers: {},
  tagKeys: ["Department"],
  via: "token",
};
export const INCIDENT: Target = {
  ...DEVELOPER,
  account: "payments-prod",
  name: "Incident",
  answers: { Ticket: "OPS-4711" },
  tagKeys: ["Department", "Ticket"],
};
export const OPERATOR: Target = {
  account: "legacy-erp",
  name: "Operator",
  isRead: false,
  answers: {},
  tagKeys: ["Department"],
  via: "principal",
};
export const DATABASE_ADMIN: Target = {
  ...OPERATOR,
  name: "DatabaseAdmin",
  answers: { "MFA code": PORTAL_USER.mfa.code },
};

/** What AWS saw of a request that it granted: the broken policy is right but for its one mistake. */
export async function learn(page: Page, target: Target): Promise<{ roleArn: string; values: BrokenFor }> {
  await forgetRequests();
  await askFor(page, target);
  await expect(page.getByRole("dialog").getByText(/^Expires in/)).toBeVisible();
  const [seen] = (await listRequests()).filter(
    ({ action, status }) => action.startsWith("AssumeRole") && status === 200,
  );
  if (seen?.roleArn === undefined) throw new Error("AWS saw no request");
  const common = { tagKeys: target.tagKeys, sendsSourceIdentity: true };
  const values = { ...common, ...(target.via === "principal" ? ofPrincipal(seen) : ofToken(seen)) };
  return { roleArn: seen.roleArn, values };
}

type Sent = Omit<BrokenFor, "tagKeys" | "sendsSourceIdentity">;

const ofPrincipal = (seen: RecordedRequest): Sent => ({
  action: "sts:AssumeRole",
  principal: { AWS: seen.callerArn ?? "" },
  audienceKey: null,
  audience: "",
  subjectKey: "sts:RoleSessionName",
  subject: seen.roleSessionName ?? "",
});

const ofToken = (seen: RecordedRequest): Sent => ({
  action: "sts:AssumeRoleWithWebIdentity",
  principal: { Federated: seen.providerArn ?? "" },
  audienceKey: `${PROVIDER}:aud`,
  audience: seen.audience ?? "",
  subjectKey: `${PROVIDER}:sub`,
  subject: seen.subject ?? "",
});
