/**
 * For fields whose content is to be kept by nobody: not by the browser (a field without a name is not submitted, and is not
 * offered for saving or restored), not by password managers, each of which has its own way of being told.
 */
export const NO_AUTOFILL = {
  autoComplete: "off",
  autoCorrect: "off",
  autoCapitalize: "off",
  spellCheck: false,
  "data-1p-ignore": true,
  "data-lpignore": "true",
  "data-bwignore": true,
  "data-form-type": "other",
} as const;
