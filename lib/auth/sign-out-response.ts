import "server-only";
import { currentConfig } from "#lib/config/current";
import { type OutgoingMessage, sendMessageAfterForm } from "./outgoing-message";
import { sessionCookie } from "./session-cookie";

/** The answer to a sign-out: the cookie goes, and the browser goes on to the IdP, or to the sign-in page. */
export async function signedOutResponse(logout: OutgoingMessage | null): Promise<Response> {
  const { portal } = await currentConfig();
  const location = `${portal.url}/sign-in?notice=signed_out`;
  const response = await sendMessageAfterForm(logout ?? { binding: "redirect", url: location });
  const { name, options } = sessionCookie(portal.url);
  response.headers.append(
    "set-cookie",
    `${name}=; Path=${options.path}; Max-Age=0; HttpOnly; SameSite=Lax${options.secure ? "; Secure" : ""}`,
  );
  // Whatever the browser kept of the portal's pages is of no use to the next person at it.
  response.headers.append("clear-site-data", '"cache"');
  return response;
}
