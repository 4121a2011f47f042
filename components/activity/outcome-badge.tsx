import { useTranslations } from "next-intl";
import { Badge, type BadgeTone } from "../ui/badge";
import type { ActivityEvent } from "./activity-event";

const TONES: Readonly<Record<ActivityEvent["outcome"], BadgeTone>> = {
  requested: "neutral",
  granted: "good",
  refused: "danger",
  failed: "warn",
  info: "neutral",
};

export function OutcomeBadge({ outcome }: { outcome: ActivityEvent["outcome"] }) {
  const t = useTranslations("activity");
  return <Badge tone={TONES[outcome]}>{t(`outcomes.${outcome}`)}</Badge>;
}
