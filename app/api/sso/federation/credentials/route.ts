import { toRoute } from "#lib/auth/wire";
import { answerRoleCredentials } from "./answer";

/** GET /api/sso/federation/credentials: GetRoleCredentials. By GET, as AWS has it: the token in its header is no browser's. */
export const GET = toRoute(answerRoleCredentials);
