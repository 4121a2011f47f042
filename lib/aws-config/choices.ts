import { err, ok, type Result } from "#lib/result";
import type { Letters } from "./name-profiles";
import { DEFAULT_TEMPLATE } from "./name-template";
import { isSessionName } from "./session-name";

/** What a person may choose, on the page and in the query of the API alike. */
export type Choices = {
  readonly roles: "all" | "starred";
  readonly names: string;
  readonly letters: Letters;
  readonly session: string;
};

export type ChoiceProblem =
  | { readonly code: "roles_unknown" | "case_unknown" | "session_invalid"; readonly subject: string }
  | { readonly code: "parameter_unknown" | "parameter_twice"; readonly subject: string };

const NAMES = ["roles", "names", "case", "session"];

const findWrongName = (query: URLSearchParams): ChoiceProblem | null => {
  const names = [...query.keys()];
  const unknown = names.find((name) => !NAMES.includes(name));
  if (unknown !== undefined) return { code: "parameter_unknown", subject: unknown };
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  return twice === undefined ? null : { code: "parameter_twice", subject: twice };
};

/** Reads the query; what is not named is as `defaultSession` and the default template say. */
export function parseChoices(query: URLSearchParams, defaultSession: string): Result<Choices, ChoiceProblem> {
  const wrong = findWrongName(query);
  if (wrong !== null) return err(wrong);
  const roles = query.get("roles") ?? "all";
  const letters = query.get("case") ?? "as-is";
  const session = query.get("session") ?? defaultSession;
  if (roles !== "all" && roles !== "starred") return err({ code: "roles_unknown", subject: roles });
  if (letters !== "as-is" && letters !== "lower") return err({ code: "case_unknown", subject: letters });
  if (!isSessionName(session)) return err({ code: "session_invalid", subject: session });
  return ok({ roles, names: query.get("names") ?? DEFAULT_TEMPLATE, letters, session });
}

/** The same as a query; what is as by default is left out. */
export function formatChoices({ roles, names, letters, session }: Choices, defaultSession: string): URLSearchParams {
  return new URLSearchParams({
    ...(roles === "all" ? {} : { roles }),
    ...(names === DEFAULT_TEMPLATE ? {} : { names }),
    ...(letters === "as-is" ? {} : { case: letters }),
    ...(session === defaultSession ? {} : { session }),
  });
}
