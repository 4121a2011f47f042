import { checksumRoute } from "../helper-response";

export const dynamic = "force-dynamic";

/** GET /api/cli/helper/gatehouse.sha256: what `sha256sum -c` compares the helper with. */
export const GET = checksumRoute("sh");
