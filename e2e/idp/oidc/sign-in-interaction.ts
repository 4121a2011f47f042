import type { IncomingMessage, ServerResponse } from "node:http";
import type { Provider } from "oidc-provider";
import { readForm, sendHtml } from "../http-exchange";
import { findPerson, type Person } from "../people";
import { renderSignInPage } from "../sign-in-page";

/** The sign-in form of an authorization request: shown on GET, finished on POST. */
export async function handleSignInInteraction(
  provider: Provider,
  people: readonly Person[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { uid } = await provider.interactionDetails(request, response);
  const page = { provider: "Workforce", action: `/interaction/${uid}`, people };
  if (request.method !== "POST") return sendHtml(response, 200, renderSignInPage(page));
  const person = findPerson(people, await readForm(request));
  if (person === null) return sendHtml(response, 401, renderSignInPage({ ...page, failed: true }));
  await provider.interactionFinished(
    request,
    response,
    { login: { accountId: person.subject, remember: true, amr: ["pwd"] } },
    { mergeWithLastSubmission: false },
  );
}
