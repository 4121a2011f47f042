import { escapeMarkup, renderPage } from "./html";
import { DEMO_PASSWORD, displayName, type Person } from "./people";

/** The form that both stand-ins show: click a person, or type an address and the demo's password. */
export function renderSignInPage(page: {
  readonly provider: string;
  readonly action: string;
  readonly people: readonly Person[];
  /** Fields to be carried along, such as the request at hand. */
  readonly hidden?: Readonly<Record<string, string>>;
  readonly failed?: boolean;
}): string {
  const hidden = Object.entries(page.hidden ?? {})
    .map(([name, value]) => `<input type="hidden" name="${escapeMarkup(name)}" value="${escapeMarkup(value)}">`)
    .join("");
  const open = `<form method="post" action="${escapeMarkup(page.action)}">${hidden}`;
  const body = `<h1>Sign in to ${escapeMarkup(page.provider)}</h1><p>A stand-in for your company's sign-in. Choose who you are.</p>
${page.failed ? '<p role="alert">No such person, or not that password.</p>' : ""}
${open}<ul>${page.people.map(renderPerson).join("")}</ul></form>
<details${page.failed ? " open" : ""}><summary>Type an address instead</summary>${open}
<label for="email">E-mail</label><input id="email" name="email" type="email" autocomplete="username" required>
<label for="password">Password (<code>${DEMO_PASSWORD}</code> for everybody)</label>
<input id="password" name="password" type="password" autocomplete="current-password" required>
<p></p><button class="go">Sign in</button></form></details>`;
  return renderPage({ title: `Sign in to ${page.provider}`, tag: "Sandbox", body });
}

function renderPerson(person: Person, index: number): string {
  const name = escapeMarkup(displayName(person));
  return `<li><button name="person" value="${person.id}"${index === 0 ? " autofocus" : ""}>${name}
<small>${escapeMarkup(person.title)} · ${escapeMarkup(person.email)}</small></button></li>`;
}
