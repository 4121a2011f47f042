import { readFileSync } from "node:fs";
import { z } from "zod";
import type { Wire } from "./pkce-login";

/** The models by which Debian's AWS CLI reads what it is answered. */
const MODELS = "/usr/lib/python3/dist-packages/awscli/botocore/data";

const reference = z.looseObject({ shape: z.string() });
const shapeSchema = z.looseObject({
  type: z.string(),
  members: z.record(z.string(), reference).optional(),
  required: z.array(z.string()).optional(),
  member: reference.optional(),
  error: z.looseObject({ httpStatusCode: z.number() }).optional(),
});
const modelSchema = z.looseObject({
  operations: z.record(
    z.string(),
    z.looseObject({ output: reference.optional(), errors: z.array(reference).optional() }),
  ),
  shapes: z.record(z.string(), shapeSchema),
});

const PRIMITIVES: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: (value) => typeof value === "string",
  integer: Number.isSafeInteger,
  long: Number.isSafeInteger,
  boolean: (value) => typeof value === "boolean",
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What of the answers of `sso-oidc` or `sso` is not as their model says. */
export function loadModel(service: "sso-oidc" | "sso") {
  const path = `${MODELS}/${service}/2019-06-10/service-2.json`;
  const { operations, shapes } = modelSchema.parse(JSON.parse(readFileSync(path, "utf8")));

  function listProblems(value: unknown, name: string, at: string): string[] {
    const shape = shapes[name];
    if (shape === undefined) return [`${at}: the model has no ${name}`];
    if (shape.type === "list") {
      if (!Array.isArray(value)) return [`${at}: no list`];
      return value.flatMap((item, index) => listProblems(item, shape.member?.shape ?? "", `${at}[${index}]`));
    }
    if (shape.type !== "structure") return PRIMITIVES[shape.type]?.(value) ? [] : [`${at}: no ${shape.type}`];
    if (!isRecord(value)) return [`${at}: no structure`];
    const lacking = (shape.required ?? [])
      .filter((member) => !(member in value))
      .map((member) => `${at}: no ${member}`);
    const members = Object.entries(value).flatMap(([member, inner]) => {
      const known = shape.members?.[member];
      return known === undefined
        ? [`${at}.${member}: not in the model`]
        : listProblems(inner, known.shape, `${at}.${member}`);
    });
    return [...lacking, ...members];
  }

  return {
    /** Of an answer that gives something. */
    ofOutput(operation: string, { status, body }: Wire): string[] {
      const output = operations[operation]?.output?.shape;
      const wrong = status === 200 ? [] : [`${operation}: status ${status}`];
      return output === undefined ? wrong : [...wrong, ...listProblems(body, output, operation)];
    },
    /** Of an answer that refuses: an error of this operation, with its status and its members. */
    ofError(operation: string, { status, errorType, body }: Wire): string[] {
      const error = operations[operation]?.errors?.find(({ shape }) => shape === errorType)?.shape;
      if (error === undefined) return [`${operation}: ${errorType} is none of its errors`];
      const modelled = shapes[error]?.error?.httpStatusCode;
      const wrong = modelled === status ? [] : [`${operation}: ${error} with ${status}, not ${modelled}`];
      return [...wrong, ...listProblems(body, error, error)];
    },
  };
}
