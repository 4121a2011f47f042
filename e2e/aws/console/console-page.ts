import { partitionRow } from "#lib/aws/partition";
import { findBrowserSession, type OpenSession } from "./browser-session";
import { findRegion } from "./destination";
import { escapeHtml, sendPage } from "./html-page";
import type { ConsoleHandler, Visit } from "./visit";

/** The stand-in's console: who arrived, as what, until when, and where they wanted to go. */
export const consolePage: ConsoleHandler = (visit, sandbox) => {
  const open = findBrowserSession(visit.request, sandbox);
  if (open === null) {
    sendPage(visit.response, 401, "You are not signed in", "<p>Your console session has ended, or never began.</p>");
    return null;
  }
  const { principal } = open.credentials;
  visit.note({ callerArn: principal.arn, destination: readDestination(visit) });
  const who = principal.roleArn?.split("/").at(-1) ?? `federated-user/${principal.sessionName}`;
  const title = `${who} in ${principal.account.name}`;
  const content = `${formatFacts(listFacts(open, visit))}\n${formatFooter(open)}`;
  sendPage(visit.response, 200, title, content, formatSessionData(open, visit));
  return null;
};

/** The address that was asked for: a console's, or this page's own. */
function readDestination(visit: Visit): string {
  return visit.parameters.get("destination") ?? visit.url.href;
}

function listFacts({ session, credentials: { principal } }: OpenSession, visit: Visit): [string, string, string][] {
  const destination = readDestination(visit);
  const tags = principal.tags.map((tag) => `${tag.key}=${tag.value}`).join(", ");
  return [
    ["Account", "account", `${principal.account.name} (${principal.account.id})`],
    ["Partition", "partition", partitionRow(principal.account.partition).name],
    ["Role", "role", principal.roleArn ?? "none: a federated user"],
    ["Signed in as", "arn", principal.arn],
    ["Session name", "session-name", principal.sessionName ?? "none"],
    ["Source identity", "source-identity", principal.sourceIdentity ?? "none"],
    ["Session tags", "tags", tags || "none"],
    ["Until", "until", session.sessionEndsAt.toISOString()],
    ["Region", "region", findRegion(destination) ?? "none"],
    ["Destination", "destination", destination],
    ["Signed in through", "issuer", session.issuer || "not said"],
  ];
}

/** Undocumented, and what scripts on AWS's own console pages read: whose session this is, and where. */
function formatSessionData({ credentials: { principal } }: OpenSession, visit: Visit): string {
  const data = {
    accountId: principal.account.id,
    sessionARN: principal.arn,
    infrastructureRegion: findRegion(readDestination(visit)) ?? "us-east-1",
  };
  return `<meta name="awsc-session-data" content="${escapeHtml(JSON.stringify(data))}">`;
}

function formatFacts(facts: readonly [string, string, string][]): string {
  const rows = facts.map(
    ([label, id, value]) =>
      `<dt>${escapeHtml(label)}</dt><dd data-testid="${id}"><code>${escapeHtml(value)}</code></dd>`,
  );
  return `<dl>\n${rows.join("\n")}\n</dl>`;
}

function formatFooter({ session }: OpenSession): string {
  const back = /^https?:\/\//.test(session.issuer)
    ? ` · <a href="${escapeHtml(session.issuer)}" rel="noreferrer">Back to where you came from</a>`
    : "";
  return `<p><a href="/oauth?Action=logout">Sign out</a>${back}</p>`;
}
