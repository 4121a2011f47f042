/** A refusal or an outage in words, as the edge of the portal hands it to a page or a dialog. */
export type Problem = {
  readonly code: string;
  readonly title: string;
  readonly message: string;
  /** What to do, or what an administrator should check. */
  readonly hint?: string | null | undefined;
  readonly awsCode?: string | null | undefined;
  readonly awsRequestId?: string | null | undefined;
  readonly requestId?: string | null | undefined;
  /** What it is about: a field, a tag, or the sentence that names it. */
  readonly subject?: string | null | undefined;
  /** Where AWS refused: why, in short; where an administrator reads the whole; whether the reader is one. */
  readonly explanation?: string | null | undefined;
  readonly adminUrl?: string | null | undefined;
  readonly administrator?: boolean | null | undefined;
};

/** The code where no answer came from the portal: then whoever shows it has the words. */
export const PORTAL_UNREACHABLE = "portal_unreachable";

const NAMES = ["code", "awsCode", "awsRequestId", "requestId"] as const;

/** What support needs, by the name of its label. */
export function listProblemDetails(
  problem: Problem,
): { readonly name: (typeof NAMES)[number]; readonly value: string }[] {
  return NAMES.flatMap((name) => {
    const value = problem[name];
    return value === null || value === undefined || value === "" ? [] : [{ name, value }];
  });
}
