import { toRoute } from "#lib/auth/wire";
import { answerContainer } from "./answer";

/** GET /api/container-credentials: credentials of the one role of a lease. */
export const GET = toRoute(answerContainer);
