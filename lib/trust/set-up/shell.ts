/** A text as one word of a POSIX shell, whatever it holds: nothing means anything within single quotes. */
export const quoteShell = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/** A function stands for words that are shell text already, such as `"$metadata"`. */
export type Word = string | (() => string);
export type Options = Readonly<Record<string, Word | readonly Word[]>>;

const formatWord = (word: Word): string => (typeof word === "function" ? word() : quoteShell(word));

/** `--name=value` where the value would be taken for an option itself. */
function formatOption([name, value]: [string, Word | readonly Word[]]): string {
  const words = typeof value === "string" || typeof value === "function" ? [value] : value;
  const [first] = words;
  const glue = typeof first === "string" && first.startsWith("-") ? "=" : " ";
  return `--${name}${glue}${words.map(formatWord).join(" ")}`;
}

/** A command of the AWS CLI, an option a line. `indent` is of the first line too. */
export function formatAws(command: string, options: Options, indent = ""): string {
  const lines = Object.entries(options).map(formatOption);
  return `${indent}aws ${[command, ...lines].join(` \\\n${indent}  `)}`;
}
