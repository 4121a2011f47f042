export const ENVIRONMENT_TONES = ["red", "orange", "amber", "green", "teal", "blue", "violet", "grey"] as const;
export type EnvironmentTone = (typeof ENVIRONMENT_TONES)[number];

/** What an account is for, as its label says it, and the colour that this has everywhere. */
export type Environment = { readonly name: string; readonly tone: EnvironmentTone };

export type EnvironmentOf = (labels: Readonly<Record<string, string>>) => Environment | null;

/** The labels that say what an account is for; the first one that is there counts. */
const ENVIRONMENT_LABELS = ["env", "environment"] as const;

const DEFAULTS: Readonly<Partial<Record<EnvironmentTone, readonly string[]>>> = {
  red: ["prod", "production", "prd", "live"],
  amber: ["staging", "stage", "stg", "preprod", "pre-prod", "uat", "qa"],
  teal: ["test", "testing", "ci"],
  green: ["dev", "development"],
  violet: ["sandbox", "playground", "training", "demo"],
  blue: ["shared"],
};

/**
 * Says the environment of an account by its labels. Names are compared without case; what the configuration says counts
 * before the defaults. An unknown name is grey: never alarming, never friendly.
 */
export function createEnvironments(configured: Readonly<Record<string, EnvironmentTone>>): EnvironmentOf {
  const tones = new Map<string, EnvironmentTone>();
  for (const tone of ENVIRONMENT_TONES) for (const name of DEFAULTS[tone] ?? []) tones.set(name, tone);
  for (const [name, tone] of Object.entries(configured)) tones.set(name.toLowerCase(), tone);
  return (labels) => {
    const label = ENVIRONMENT_LABELS.find((each) => Object.hasOwn(labels, each));
    const name = label === undefined ? undefined : labels[label];
    return name === undefined || name === "" ? null : { name, tone: tones.get(name.toLowerCase()) ?? "grey" };
  };
}
