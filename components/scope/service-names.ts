import { isServicePrefix, MAX_SERVICES } from "#lib/session-policy/service-prefix";

/** Offered at a glance; any other is typed. */
export const OFFERED_SERVICES: readonly string[] = [
  ...["s3", "ec2", "lambda", "dynamodb", "rds", "cloudwatch", "logs", "cloudformation", "ecs", "eks", "ecr"],
  ...["sqs", "sns", "ssm", "secretsmanager", "kms"],
];

export type AddedServices =
  | { readonly ok: true; readonly services: readonly string[] }
  | {
      readonly ok: false;
      readonly key: "notService" | "tooManyServices";
      readonly values: Record<string, string | number>;
    };

/** Adds what somebody typed, `s3, ec2:*` included. Refuses with the key of a message; nothing is added then. */
export function addServices(chosen: readonly string[], typed: string): AddedServices {
  const names = typed
    .toLowerCase()
    .split(/[\s,;]+/)
    .map((name) => name.replace(/:\*?$/, ""))
    .filter((name) => name !== "");
  const wrong = names.find((name) => !isServicePrefix(name));
  if (wrong !== undefined) {
    return { ok: false, key: "notService", values: { name: JSON.stringify(wrong.slice(0, 40)) } };
  }
  const services = [...new Set([...chosen, ...names])];
  if (services.length > MAX_SERVICES) return { ok: false, key: "tooManyServices", values: { max: MAX_SERVICES } };
  return { ok: true, services };
}
