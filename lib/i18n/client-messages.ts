/** Words that are written on the server alone: they need not travel to every browser. */
type ServerOnly = "admin" | "errors" | "help";

/** What components in the browser may say: everything but what only the server says. */
export function clientMessages<T extends Readonly<Record<ServerOnly, unknown>>>(messages: T): Omit<T, ServerOnly> {
  const { admin: _admin, errors: _errors, help: _help, ...rest } = messages;
  return rest;
}
