import type { Scope } from "./scope";

/** What is worth remembering of a scope: a point in time is over by the next time. */
export function toRemembered({ until: _over, ...scope }: Scope): Scope {
  return scope;
}
