import type { Scope } from "./scope";

/** Whether a scope changes nothing. */
export function isUnscoped(scope: Scope): boolean {
  return (
    !scope.readOnly &&
    !scope.noIam &&
    !scope.myAddress &&
    scope.region === undefined &&
    scope.until === undefined &&
    (scope.services ?? []).length === 0 &&
    (scope.custom ?? "").trim() === ""
  );
}
