import { configRoute } from "#lib/auth/config-route";
import { findConfigCaller } from "#lib/broker/config-token";
import { isAskedTooOften, writeConfig } from "#lib/broker/write-config";

const route = configRoute({ findByHeader: findConfigCaller, isTooMany: isAskedTooOften, write: writeConfig });

/** GET /api/cli/config: a `~/.aws/config` for the roles that the caller holds now. */
export const GET = route;

/** POST /api/cli/config: the file in the body, brought up to date. It is kept nowhere. */
export const POST = route;
