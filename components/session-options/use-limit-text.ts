import { useTranslations } from "next-intl";
import type { RoleItem } from "../roles/role-view";
import { useDurationText } from "../ui/use-duration-text";

type Limited = Pick<RoleItem, "limitedBy" | "isChained" | "maxDurationSeconds">;

/** Says why a session cannot be longer: "The role allows up to 8 h." */
export function useLimitText(): (role: Limited) => string {
  const t = useTranslations("sessionOptions");
  const durationText = useDurationText();
  return ({ limitedBy, isChained, maxDurationSeconds }) =>
    t(`limits.${isChained ? "chain" : limitedBy}`, { limit: durationText(maxDurationSeconds) });
}
