/** Groups that follow the `aws-{account}-{role}` convention: an account by id, two by name, and two that lead nowhere. */
const ROLE_GROUPS = [
  "aws-630492718354-Developer",
  "aws-data-platform-DataAnalyst",
  "aws-shop-staging-Developer",
  "aws-shop-prod-NoSuchRole",
  "aws-closed-account-Developer",
] as const;

const TOPICS = ["project", "list", "office", "vpn", "wiki", "calendar"] as const;
const TOTAL = 300;

/** 300 groups of a long career: five look like roles, one is for all staff, the rest is noise. */
export function manyGroups(): readonly string[] {
  const named = ["all-staff", ...ROLE_GROUPS];
  const noise = Array.from({ length: TOTAL - named.length }, (_, index) => {
    const topic = TOPICS[index % TOPICS.length] ?? "project";
    return `${topic}-${String(index + 1).padStart(3, "0")}`;
  });
  return [...noise.slice(0, 150), ...named, ...noise.slice(150)];
}
