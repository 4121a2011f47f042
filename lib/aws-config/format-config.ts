import type { ConfigPlan } from "./plan-config";
import { profileLines, serviceLines, sessionLines } from "./wanted-sections";

/**
 * The file for somebody who has none: the session, where it leads, and the profiles by name. No date and nothing else that another
 * run would change. With `most`, that many profiles.
 */
export function formatConfig(plan: ConfigPlan, most = Number.POSITIVE_INFINITY): string {
  const profiles = plan.profiles.slice(0, most).map((profile) => profileLines(plan, profile));
  return [sessionLines(plan), serviceLines(plan), ...profiles].map((lines) => `${lines.join("\n")}\n`).join("\n");
}
