import { helperRoute } from "../helper-response";

export const dynamic = "force-dynamic";

/** GET /api/cli/helper/gatehouse.ps1: the helper for PowerShell. */
export const GET = helperRoute("ps1");
