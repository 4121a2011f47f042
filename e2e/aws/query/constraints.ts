import { type Refusal, refuse, validationError } from "../refusal";

type Parameters = ReadonlyMap<string, string>;

/** Bounds of one parameter, from the services' models. */
export type Constraint = {
  readonly required?: boolean;
  /** Of a text the characters, of an integer the value. */
  readonly min?: number;
  readonly max?: number;
  readonly integer?: boolean;
  readonly pattern?: RegExp;
  /** The pattern as AWS prints it. */
  readonly patternText?: string;
  /** Not repeated in the message. */
  readonly secret?: boolean;
};

const NAME = { pattern: /^[\w+=,.@-]*$/, patternText: "[\\w+=,.@-]*" };
const ARN_TEXT = "[\\u0009\\u000A\\u000D\\u0020-\\u007E\\u0085\\u00A0-\\uD7FF\\uE000-\\uFFFD\\u10000-\\u10FFFF]+";

export const CONSTRAINTS = {
  RoleArn: { required: true, min: 20, max: 2048, pattern: /./, patternText: ARN_TEXT },
  PrincipalArn: { required: true, min: 20, max: 2048, pattern: /./, patternText: ARN_TEXT },
  RoleSessionName: { required: true, min: 2, max: 64, ...NAME },
  WebIdentityToken: { required: true, min: 4, max: 20_000, secret: true },
  SAMLAssertion: { required: true, min: 4, max: 100_000, secret: true },
  ProviderId: { min: 4, max: 2048 },
  Policy: {
    min: 1,
    max: 2048,
    pattern: /^[\t\n\r\u0020-\u00ff]+$/,
    patternText: "[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+",
  },
  DurationSeconds: { integer: true, min: 900, max: 43_200 },
  LongDurationSeconds: { integer: true, min: 900, max: 129_600 },
  ExternalId: { min: 2, max: 1224, pattern: /^[\w+=,.@:/-]*$/, patternText: "[\\w+=,.@:\\/-]*" },
  SerialNumber: { min: 9, max: 256, pattern: /^[\w+=/:,.@-]*$/, patternText: "[\\w+=/:,.@-]*" },
  TokenCode: { min: 6, max: 6, pattern: /^\d*$/, patternText: "[\\d]*", secret: true },
  SourceIdentity: { min: 2, max: 64, ...NAME },
  RoleName: { required: true, min: 1, max: 64, pattern: /^[\w+=,.@-]+$/, patternText: "[\\w+=,.@-]+" },
  UserName: { min: 1, max: 128, pattern: /^[\w+=,.@-]+$/, patternText: "[\\w+=,.@-]+" },
  PathPrefix: { min: 1, max: 512, pattern: /^\u002f[\u0021-\u007e]*$/, patternText: "\\u002F[\\u0021-\\u007F]*" },
  MaxItems: { integer: true, min: 1, max: 1000 },
  Name: { required: true, min: 2, max: 32, ...NAME },
} as const satisfies Record<string, Constraint>;

/**
 * Every violated bound in one ValidationError, as STS reports them. An integer that cannot be read is MalformedInput, and
 * that comes first.
 */
export function checkConstraints(
  parameters: Parameters,
  constraints: Readonly<Record<string, Constraint>>,
): Refusal | null {
  const entries = Object.entries(constraints);
  const unreadable = entries.find(([name, { integer }]) => integer && !isInteger(parameters.get(name) ?? "0"));
  // AWS's text is not known; its code and status are.
  if (unreadable) return refuse(400, "MalformedInput", `${unreadable[0]} is not an integer`);
  return reportViolations(
    entries.flatMap(([name, constraint]) => listViolations(name, parameters.get(name), constraint)),
  );
}

/** What STS's parser takes: `+900` and `0900`, but neither ` 900 ` nor `900.0` nor `9e2`. */
const isInteger = (text: string): boolean => /^[+-]?\d{1,10}$/.test(text);

export function reportViolations(violations: readonly string[]): Refusal | null {
  if (violations.length === 0) return null;
  const plural = violations.length === 1 ? "error" : "errors";
  return validationError(`${violations.length} validation ${plural} detected: ${violations.join("; ")}`);
}

export function listViolations(name: string, value: string | undefined, constraint: Constraint): string[] {
  const failed = (seen: string, rule: string) =>
    `Value ${seen} at '${name.charAt(0).toLowerCase()}${name.slice(1)}' failed to satisfy constraint: Member must ${rule}`;
  if (value === undefined) return constraint.required ? [failed("null", "not be null")] : [];
  const shown = constraint.secret ? "'***'" : `'${value}'`;
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = constraint;
  const size = constraint.integer ? Number(value) : value.length;
  const measure = constraint.integer ? "have value" : "have length";
  return [
    ...(constraint.pattern && !constraint.pattern.test(value)
      ? [failed(shown, `satisfy regular expression pattern: ${constraint.patternText}`)]
      : []),
    ...(size < min ? [failed(shown, `${measure} greater than or equal to ${min}`)] : []),
    ...(size > max ? [failed(shown, `${measure} less than or equal to ${max}`)] : []),
  ];
}
