import { currentBrand } from "#lib/broker/brand";
import { cachedResponse } from "../cached-response";

export const dynamic = "force-dynamic";

/** An SVG that is opened by itself is a document: this keeps its scripts and links from the portal's origin. */
const POLICY = "sandbox; default-src 'none'; style-src 'unsafe-inline'";

/** GET /brand/logo, /brand/logo?theme=dark: the file of the configuration. */
export async function GET(request: Request): Promise<Response> {
  const { logo, logoDark } = await currentBrand();
  const wantsDark = new URL(request.url).searchParams.get("theme") === "dark";
  const shown = wantsDark ? (logoDark ?? logo) : logo;
  if (shown === null) return new Response(null, { status: 404, headers: { "cache-control": "no-store" } });
  const { bytes, type, version } = shown;
  return cachedResponse(request, bytes, { version, type, headers: { "content-security-policy": POLICY } });
}
