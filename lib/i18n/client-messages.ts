/** Words that are written on the server alone: they need not travel to any browser. */
type ServerOnly = "admin" | "errors" | "help" | "noRoles" | "titles";

/** Words of one page only: they travel with that page, which gives them by `pageMessages`. */
export type PageOnly = "activity" | "iamUser" | "signIn";

type Apart = Readonly<Record<ServerOnly | PageOnly, unknown>>;

/** What components in the browser may say on every page. */
export function clientMessages<T extends Apart>(messages: T) {
  const { admin: _admin, errors: _errors, help: _help, noRoles: _noRoles, titles: _titles, ...shown } = messages;
  const { activity: _activity, iamUser: _iamUser, signIn: _signIn, ...everywhere } = shown;
  return everywhere;
}

/** And with what one page adds to it. */
export function pageMessages<T extends Apart>(messages: T, page: PageOnly) {
  return { ...clientMessages(messages), [page]: messages[page] };
}
