import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { useScopePart } from "../scope/use-phrase";
import { DetailList } from "../ui/detail-list";
import type { IssuedCredentials } from "./parse-reply";

function tagText(tags: IssuedCredentials["tags"]): string {
  const pairs = Array.isArray(tags) ? tags.map(({ key, value }) => [key, value]) : Object.entries(tags);
  return pairs.map(([key, value]) => `${key}=${value}`).join(", ");
}

/** A session of one's own IAM user has no role: its ARN is the user's. */
const isUser = (arn: string): boolean => arn.split(":")[5]?.startsWith("user/") ?? false;

/** Under which name AWS knows this session, for policies and for CloudTrail. */
export function SessionDetails({ issued }: { issued: IssuedCredentials }) {
  const t = useTranslations("credentials.details");
  const sayPart = useScopePart();
  const packed = issued.packedPolicySizePercent ?? null;
  const details = [
    { label: t(isUser(issued.roleArn) ? "user" : "role"), value: issued.roleArn },
    { label: t("signedInAs"), value: issued.assumedRoleArn },
    { label: t("sessionName"), value: issued.sessionName },
    { label: t("sourceIdentity"), value: issued.sourceIdentity ?? "" },
    { label: t("tags"), value: tagText(issued.tags) },
    { label: t("reason"), value: issued.reason ?? "" },
    { label: t("narrowedTo"), value: issued.presets.map(sayPart).join(", ") },
    { label: t("policy"), value: issued.policy ?? "" },
    { label: t("packedSize"), value: packed === null ? "" : t("packed", { percent: packed }) },
    { label: t("region"), value: issued.region },
    { label: t("requestId"), value: issued.requestId },
  ].filter(({ value }) => value !== "");
  return (
    <details className="group text-sm">
      <summary className="inline-flex list-none items-center gap-1 rounded-sm py-0.5 text-soft hover:text-ink">
        <ChevronRight aria-hidden className="size-3.5 transition-transform group-open:rotate-90" />
        {t("title")}
      </summary>
      <DetailList details={details} className="pt-2 pb-1 pl-4.5" />
    </details>
  );
}
