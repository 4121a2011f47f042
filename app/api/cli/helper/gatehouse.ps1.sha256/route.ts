import { checksumRoute } from "../helper-response";

export const dynamic = "force-dynamic";

/** GET /api/cli/helper/gatehouse.ps1.sha256: the checksum of the helper for PowerShell. */
export const GET = checksumRoute("ps1");
