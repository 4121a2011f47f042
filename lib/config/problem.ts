/** One thing that is wrong with `gatehouse.yaml`. */
export type ConfigProblem = {
  /** Where, as people write it: `access.accounts[2].roles[0].maxDuration`. Empty for the document as a whole. */
  readonly path: string;
  /** Counted from 1; absent where the document has no such place. */
  readonly line?: number;
  /** What is wrong and what to write instead. Never holds the value of a secret. */
  readonly message: string;
};

export type ConfigPath = readonly (string | number)[];

/** A problem before its line is looked up, unless that is known already. */
export type Finding = { readonly path: ConfigPath; readonly message: string; readonly line?: number };

const PLAIN_KEY = /^[A-Za-z_][\w-]*$/;

/** `access.accounts[2].tags["cost center"]`. */
export function formatPath(path: ConfigPath): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === "number") return `${text}[${step}]`;
    if (!PLAIN_KEY.test(step)) return `${text}[${JSON.stringify(step)}]`;
    return text === "" ? step : `${text}.${step}`;
  }, "");
}

function formatProblem(problem: ConfigProblem): string {
  const place = problem.path === "" ? "the document" : problem.path;
  const line = problem.line === undefined ? "" : ` (line ${problem.line})`;
  return `  ${place}${line}\n      ${problem.message}`;
}

/** All problems as a block for the terminal: how many, in which file, and each with its place and what to write. */
export function formatProblems(problems: readonly ConfigProblem[], path: string): string {
  const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
  return [`${path}: ${count}`, "", ...problems.map(formatProblem), ""].join("\n");
}
