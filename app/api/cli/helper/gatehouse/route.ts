import { helperRoute } from "../helper-response";

export const dynamic = "force-dynamic";

/** GET /api/cli/helper/gatehouse: the helper for POSIX shells. It holds no secret, and a machine that is to run it has no session. */
export const GET = helperRoute("sh");
