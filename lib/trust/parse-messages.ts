import { z } from "zod";
import { OPERATORS } from "./condition-operators";
import { findNearest } from "./nearest-name";
import { type Listed, plain, type Saying, say } from "./saying";
import type { CheckedProblem, HintedElement } from "./sayings-of-documents";

const ELEMENTS = [
  "Version",
  "Id",
  "Statement",
  "Sid",
  "Effect",
  "Principal",
  "NotPrincipal",
  "Action",
  "NotAction",
  "Condition",
  "AWS",
  "Federated",
  "Service",
];

const HINTS: Readonly<Record<string, HintedElement>> = {
  Resource: "resource",
  NotResource: "not_resource",
  Role: "role",
  AssumeRolePolicyDocument: "assume_role_policy_document",
  CanonicalUser: "canonical_user",
};

const CHECKED: Readonly<Record<CheckedProblem, true>> = {
  anyone: true,
  wildcard: true,
  not_a_provider: true,
  not_sts: true,
  nobody: true,
  one_principal: true,
  one_action: true,
  sid_twice: true,
};

const isChecked = (text: string): text is CheckedProblem => Object.hasOwn(CHECKED, text);

/** The operator that a mistyped one was most likely meant to be: `StringEquals` for `StringEqual`. */
export const suggestOperator = (operator: string): string | null =>
  operator.length <= 64 ? findNearest(operator, listOperators()) : null;

function listOperators(): string[] {
  const bases = Object.keys(OPERATORS).flatMap((base) => [base, `${base}IfExists`]);
  return [
    "Null",
    ...["", "ForAnyValue:", "ForAllValues:"].flatMap((prefix) => bases.map((base) => `${prefix}${base}`)),
  ];
}

const operatorParams = z.object({ nearest: z.string().nullable() });

function describeCustom({ params, message }: z.core.$ZodIssueCustom): Saying {
  const operator = operatorParams.safeParse(params);
  if (!operator.success) return plain(isChecked(message) ? `document.${message}` : "document.not_a_policy");
  const { nearest } = operator.data;
  return nearest === null ? plain("document.unknown_operator") : say("document.misspelt_operator", { nearest });
}

const WANTED = { object: "object", record: "object", string: "text", array: "list" } as const;
const isWanted = (text: string): text is keyof typeof WANTED => Object.hasOwn(WANTED, text);

/** Says everyone where names have to stand. */
const isAnyone = ({ input, path }: z.core.$ZodIssueInvalidType): boolean =>
  input === "*" && /^(Not)?Principal$/.test(String(path.at(-1)));

function describeType(issue: z.core.$ZodIssueInvalidType): Saying {
  if (isAnyone(issue)) return plain("document.anyone");
  const wanted = plain(`document.wanted_${isWanted(issue.expected) ? WANTED[issue.expected] : "object"}`);
  return say(issue.input === undefined ? "document.missing" : "document.wrong_kind", { wanted });
}

function describeChoice({ values, input }: z.core.$ZodIssueInvalidValue): Saying {
  const choices: Listed = { items: values.map((value) => `"${String(value)}"`), join: "or" };
  return say(input === undefined ? "document.missing_choice" : "document.wrong_choice", { choices });
}

/** What zod finds, in words that say what to change. Wants the input reported. */
export function describeIssue(issue: z.core.$ZodIssue): readonly Saying[] {
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.slice(0, 5).map(describeElement);
    case "invalid_value":
      return [describeChoice(issue)];
    case "invalid_type":
      return [describeType(issue)];
    case "too_small":
      return [plain(issue.origin === "array" ? "document.empty_list" : "document.empty")];
    case "invalid_key":
      return [plain("document.key_empty")];
    case "invalid_union":
      return [plain("document.not_a_scalar")];
    case "custom":
      return [describeCustom(issue)];
    default:
      return [plain("document.not_a_policy")];
  }
}

function describeElement(key: string): Saying {
  const name = key.slice(0, 64);
  const hint = Object.hasOwn(HINTS, name) ? HINTS[name] : undefined;
  if (hint !== undefined) return plain(`document.hint_${hint}`);
  const nearest = findNearest(name, ELEMENTS);
  return nearest === null
    ? say("document.unknown_element", { name })
    : say("document.misspelt_element", { name, nearest });
}
