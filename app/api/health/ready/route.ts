import { isReady } from "#lib/broker/readiness";

export const dynamic = "force-dynamic";

/** GET /api/health/ready: the configuration holds and the database answers. */
export async function GET() {
  const ready = await isReady();
  const headers = { "cache-control": "no-store" };
  return Response.json({ status: ready ? "ready" : "not ready" }, { status: ready ? 200 : 503, headers });
}
