import { changeRoute } from "#lib/auth/portal-route";
import { readForm } from "#lib/auth/read-json";
import { refusalResponse } from "#lib/auth/refusal-response";
import { NO_STORE } from "#lib/auth/security-headers";
import { consoleRequest, openConsole } from "#lib/broker/open-console";

/** POST /api/console: a form into a new tab, answered with the way to the console's own sign-in. */
export const POST = changeRoute(async (caller, request) => {
  const form = await readForm(request, consoleRequest);
  if (!form.ok) return refusalResponse(form.error, caller.requestId);
  const opened = await openConsole(caller, form.value);
  // A new tab shows a page, not JSON: the problem page reads what the refusal left for it.
  return new Response(null, {
    status: 303,
    headers: { ...NO_STORE, "referrer-policy": "no-referrer", location: opened.location },
  });
});
