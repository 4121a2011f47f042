import { DEFAULT_TEMPLATE } from "#lib/aws-config/name-template";

/** Templates that people choose from; with a label where the accounts have one that tells them apart. */
export function listPresets(labelKeys: readonly string[]) {
  const label = labelKeys.includes("env") ? "env" : (labelKeys[0] ?? null);
  return [
    { name: "accountRole" as const, template: DEFAULT_TEMPLATE, label: "" },
    { name: "roleAccount" as const, template: "{role}-{account}", label: "" },
    { name: "idRole" as const, template: "{accountId}-{role}", label: "" },
    ...(label === null ? [] : [{ name: "label" as const, template: `{label:${label}}-{account}-{role}`, label }]),
  ];
}
