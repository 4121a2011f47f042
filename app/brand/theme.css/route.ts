import { currentBrand } from "#lib/broker/brand";
import { cachedResponse } from "../cached-response";

export const dynamic = "force-dynamic";

/** GET /brand/theme.css: the company's accent and logo, as rules over the portal's own; empty where there are none. */
export async function GET(request: Request): Promise<Response> {
  const { css, version } = await currentBrand();
  return cachedResponse(request, css, { version, type: "text/css; charset=utf-8" });
}
