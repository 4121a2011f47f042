import type { BadgeTone } from "../ui/badge";

/** The label that says what an account is for. */
export const ENVIRONMENT_LABEL = "env";

const TONES: readonly (readonly [tone: BadgeTone, names: readonly string[]])[] = [
  ["alarm", ["prod", "production", "prd", "live"]],
  ["warn", ["staging", "stage", "stg", "preprod", "pre-prod", "uat", "qa"]],
  ["good", ["dev", "development", "test", "testing", "ci"]],
  ["note", ["sandbox", "playground", "training", "demo"]],
];

/** The colour of an environment. Production alone is alarming; an unknown name is neutral, never friendly. */
export function environmentTone(environment: string): BadgeTone {
  const name = environment.toLowerCase();
  return TONES.find(([, names]) => names.includes(name))?.[0] ?? "neutral";
}

export function isProduction(labels: Readonly<Record<string, string>>): boolean {
  return environmentTone(labels[ENVIRONMENT_LABEL] ?? "") === "alarm";
}
