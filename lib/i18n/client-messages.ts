/** Words that are written on the server alone: they need not travel to any browser. */
type ServerOnly = "admin" | "device" | "errors" | "help" | "noRoles" | "terminal" | "titles" | "trust";

/** Words of one page only: they travel with that page, which gives them by `pageMessages`. */
export type PageOnly =
  | "activity"
  | "cliConfig"
  | "credentialProcess"
  | "denials"
  | "iamUser"
  | "leases"
  | "setUp"
  | "signIn";

type Apart = Readonly<Record<ServerOnly | PageOnly, unknown>>;

/** What components in the browser may say on every page. */
export function clientMessages<T extends Apart>(messages: T) {
  const { admin: _admin, device: _device, errors: _errors, help: _help, noRoles: _noRoles, ...others } = messages;
  const { terminal: _terminal, titles: _titles, trust: _trust, ...shown } = others;
  const { activity: _activity, denials: _denials, iamUser: _iamUser, setUp: _setUp, signIn: _signIn, ...rest } = shown;
  const { cliConfig: _cliConfig, credentialProcess: _credentialProcess, leases: _leases, ...everywhere } = rest;
  return everywhere;
}

/** And with what one page adds to it. */
export function pageMessages<T extends Apart>(messages: T, page: PageOnly) {
  return { ...clientMessages(messages), [page]: messages[page] };
}
