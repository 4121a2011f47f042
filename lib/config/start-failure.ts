import { type ConfigProblem, formatProblems } from "./problem";

/** Why the portal cannot start, in words that are for its administrator. */
export type StartFailure = Error & { readonly startFailure: string };

/** An error whose message is written for the terminal. */
export function startFailure(message: string): StartFailure {
  return Object.assign(new Error(message), { startFailure: message });
}

/** The error of a configuration that does not hold; its problems are on it as well. */
export function configInvalid(problems: readonly ConfigProblem[], path: string) {
  return Object.assign(startFailure(formatProblems(problems, path)), { problems, path });
}

/** There is no configuration: what to do, in three lines. */
export function configMissing(path: string, configured: boolean) {
  const found = configured
    ? `GATEHOUSE_CONFIG names ${path}, and there is no such file.`
    : `There is no configuration: GATEHOUSE_CONFIG is not set, and there is no ${path}.`;
  const lines = [
    found,
    "To look around on this machine, without AWS or an identity provider: npm run demo",
    "To run your own: write a gatehouse.yaml (README, Configuration), then GATEHOUSE_CONFIG=/path/to/gatehouse.yaml npm start",
  ];
  return startFailure(lines.join("\n"));
}

/**
 * What the terminal shows when the portal does not start: the problems of the configuration, or the message of whatever
 * else went wrong, and of what caused it. No stack: it says nothing to whom it is for.
 */
export function describeStartFailure(error: unknown): string {
  if (!(error instanceof Error)) return "The portal could not start.";
  if ("startFailure" in error && typeof error.startFailure === "string") return error.startFailure;
  const cause = error.cause instanceof Error ? ` (${error.cause.message})` : "";
  return `The portal could not start: ${error.message}${cause}`;
}
