export const dynamic = "force-dynamic";

/** GET /api/health/live: the process answers. */
export const GET = () => Response.json({ status: "live" }, { headers: { "cache-control": "no-store" } });
