import { escapeMarkup, renderPage } from "../html";
import { displayName } from "../people";
import type { IdpSession } from "./idp-sessions";
import type { StandInState } from "./stand-in-state";

/** What companies call "my apps": sign-in that starts at the identity provider. */
export function renderStartPage(state: StandInState, session: IdpSession): string {
  const applications = state.applications
    .map(
      ({ id, name }) =>
        `<li><form action="/idp-initiated"><button name="sp" value="${escapeMarkup(id)}">${escapeMarkup(name)}</button></form></li>`,
    )
    .join("");
  const body = `<h1>My applications</h1><p>Signed in as ${escapeMarkup(displayName(session.person))}.</p><ul>${applications}</ul>
<form method="post" action="/logout"><button class="go">Sign out everywhere</button></form>`;
  return renderPage({ title: "My applications", tag: "Sandbox", body });
}
