import "server-only";
import { randomInt, randomUUID } from "node:crypto";
import { saveDeviceAuthorization } from "#lib/db/device-authorizations";
import { newReference } from "#lib/db/sealed";
import type { RequestContext } from "#lib/identity";
import { err, ok, type Result } from "#lib/result";
import { type CliClient, issueClient, verifyClient } from "#lib/sso/cli-client";
import type { OidcRefusal } from "#lib/sso/oidc-errors";
import { DEVICE_GRANT, parseDeviceStart, parseRegistration } from "#lib/sso/requests";
import { DEVICE_CODE_SECONDS, POLL_INTERVAL_SECONDS } from "#lib/sso/token-life";
import { newUserCode } from "#lib/sso/user-code";
import { isTooMany } from "./cli-limits";
import { isWithin } from "./networks";
import { currentPortal, type Portal } from "./portal";

const SLOW_DOWN = { name: "SlowDownException", description: "Too many requests from this address." } as const;

const inEpochSeconds = (date: Date) => Math.floor(date.getTime() / 1000);

/** RegisterClient: a program makes itself known. Nothing is stored of it. */
export async function registerCli(context: RequestContext, body: unknown) {
  const portal = await currentPortal();
  if (await isTooMany(portal, context, "register")) return err(SLOW_DOWN);
  const registration = parseRegistration(body);
  if (!registration.ok) return registration;
  const { storage, config } = portal;
  const { client, clientId, clientSecret } = issueClient(
    storage.sealer,
    registration.value,
    randomUUID(),
    portal.now(),
  );
  return ok({
    clientId,
    clientSecret,
    clientIdIssuedAt: inEpochSeconds(client.issuedAt),
    clientSecretExpiresAt: inEpochSeconds(client.expiresAt),
    authorizationEndpoint: `${config.portal.url}/authorize`,
    tokenEndpoint: `${config.portal.url}/api/sso-oidc/token`,
  });
}

export type DeviceStart = {
  readonly deviceCode: string;
  readonly userCode: string;
  readonly verificationUri: string;
  readonly verificationUriComplete: string;
  readonly expiresIn: number;
  readonly interval: number;
};

/** Why this client may not sign in by code, from there. */
function findDeviceProblem({ config }: Portal, { address }: RequestContext, { grantTypes }: CliClient): string | null {
  const { mode, networks } = config.portal.deviceCodes;
  if (grantTypes !== null && !grantTypes.includes(DEVICE_GRANT)) return "The client did not register this grant.";
  if (mode === "off") return "This portal takes no device codes. Sign in with a browser on the same machine.";
  return isWithin(address, networks) ? null : "This portal takes device codes from other networks only.";
}

/** StartDeviceAuthorization. The start URL is an alias of the caller's and decides nothing. */
export async function startDevice(context: RequestContext, body: unknown): Promise<Result<DeviceStart, OidcRefusal>> {
  const portal = await currentPortal();
  const parsed = parseDeviceStart(body);
  if (!parsed.ok) return parsed;
  const { storage, config } = portal;
  const now = portal.now();
  const client = verifyClient(storage.sealer, parsed.value, now);
  if (!client.ok) return client;
  const { id, name, renewable } = client.value;
  const problem = findDeviceProblem(portal, context, client.value);
  if (problem !== null) return err({ name: "UnauthorizedClientException", description: problem });
  if (await isTooMany(portal, context, "device")) return err(SLOW_DOWN);
  const deviceCode = newReference();
  const userCode = newUserCode(randomInt);
  await saveDeviceAuthorization(storage.db, deviceCode, {
    userCode,
    clientId: id,
    clientName: name,
    renewable,
    address: context.address,
    userAgent: context.userAgent?.slice(0, 400) ?? null,
    createdAt: now,
    expiresAt: new Date(now.getTime() + DEVICE_CODE_SECONDS * 1000),
  });
  const verificationUri = `${config.portal.url}/device`;
  const isTyped = config.portal.deviceCodes.mode === "typed";
  const verificationUriComplete = isTyped ? verificationUri : `${verificationUri}?user_code=${userCode}`;
  const times = { expiresIn: DEVICE_CODE_SECONDS, interval: POLL_INTERVAL_SECONDS };
  return ok({ deviceCode, userCode, verificationUri, verificationUriComplete, ...times });
}
