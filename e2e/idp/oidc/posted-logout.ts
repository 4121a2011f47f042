import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { readForm } from "../http-exchange";

const PATH = "/session/end";

/**
 * RP-Initiated Logout 1.0, section 2: providers take GET and POST. `oidc-provider` takes POST only with cookies that browsers
 * send across sites, which plain http has none of. So a posted request is kept here, and the browser comes back for it
 * with a GET of the provider's own site, cookies and all. Answers whether the request is dealt with.
 */
export function createPostedLogouts() {
  const kept = new Map<string, string>();
  return async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const url = new URL(request.url ?? "/", "http://stand-in");
    if (url.pathname !== PATH) return false;
    if (request.method === "POST") {
      const key = randomBytes(16).toString("hex");
      kept.set(key, new URLSearchParams(await readForm(request)).toString());
      response.writeHead(303, { location: `${PATH}?kept=${key}` }).end();
      return true;
    }
    const key = url.searchParams.get("kept") ?? "";
    const query = kept.get(key);
    kept.delete(key);
    if (query !== undefined) request.url = `${PATH}?${query}`;
    return false;
  };
}
