import { Badge, type BadgeTone } from "../ui/badge";
import type { ActivityEvent } from "./activity-event";

const OUTCOMES: Readonly<Record<ActivityEvent["outcome"], { readonly tone: BadgeTone; readonly text: string }>> = {
  requested: { tone: "neutral", text: "Asked" },
  granted: { tone: "good", text: "Granted" },
  refused: { tone: "danger", text: "Refused" },
  failed: { tone: "warn", text: "Failed" },
  info: { tone: "neutral", text: "Info" },
};

export function OutcomeBadge({ outcome }: { outcome: ActivityEvent["outcome"] }) {
  const { tone, text } = OUTCOMES[outcome];
  return <Badge tone={tone}>{text}</Badge>;
}
