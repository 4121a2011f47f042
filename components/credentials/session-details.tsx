import { ChevronRight } from "lucide-react";
import { DetailList } from "../ui/detail-list";
import type { IssuedCredentials } from "./parse-reply";

function tagText(tags: IssuedCredentials["tags"]): string {
  const pairs = Array.isArray(tags) ? tags.map(({ key, value }) => [key, value]) : Object.entries(tags);
  return pairs.map(([key, value]) => `${key}=${value}`).join(", ");
}

const packedText = (percent: number | null) =>
  percent === null ? "" : `${percent} % of what AWS packs into one session`;

/** Under which name AWS knows this session, for policies and for CloudTrail. */
export function SessionDetails({ issued }: { issued: IssuedCredentials }) {
  const details = [
    { label: "Role", value: issued.roleArn },
    { label: "Signed in as", value: issued.assumedRoleArn },
    { label: "Session name", value: issued.sessionName },
    { label: "Source identity", value: issued.sourceIdentity ?? "" },
    { label: "Session tags", value: tagText(issued.tags) },
    { label: "Reason", value: issued.reason ?? "" },
    { label: "Narrowed to", value: issued.presets.join(", ") },
    { label: "Session policy", value: issued.policy ?? "" },
    { label: "Packed size", value: packedText(issued.packedPolicySizePercent ?? null) },
    { label: "Region", value: issued.region },
    { label: "Request id", value: issued.requestId },
  ].filter(({ value }) => value !== "");
  return (
    <details className="group text-sm">
      <summary className="inline-flex list-none items-center gap-1 rounded-sm py-0.5 text-soft hover:text-ink">
        <ChevronRight aria-hidden className="size-3.5 transition-transform group-open:rotate-90" />
        Session details
      </summary>
      <DetailList details={details} className="pt-2 pb-1 pl-4.5" />
    </details>
  );
}
