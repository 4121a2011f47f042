import Link from "next/link";
import { Badge } from "../../ui/badge";
import { classNames } from "../../ui/class-names";
import { LocalTime } from "../../ui/local-time";
import type { DenialItem } from "./denial-view";

const CELL = "py-2.5 pr-4 align-top text-sm max-md:block max-md:p-0";

/** One refusal: a row, on a phone a card. The whole of it leads on. */
export function DenialRow({ denial }: { denial: DenialItem }) {
  return (
    <tr className="relative border-line border-t hover:bg-hover max-md:flex max-md:flex-col max-md:gap-0.5 max-md:px-4 max-md:py-3">
      <td className={classNames(CELL, "whitespace-nowrap pl-4 text-soft max-md:order-3 max-md:text-xs")}>
        <LocalTime at={denial.at} />
      </td>
      <td className={classNames(CELL, "[overflow-wrap:anywhere] max-md:order-2")}>{denial.who}</td>
      <td className={classNames(CELL, "max-md:order-1")}>
        <Link
          href={`/admin/denials/${denial.requestId}`}
          prefetch={false}
          className="font-medium after:absolute after:inset-0 [overflow-wrap:anywhere]"
        >
          {denial.roleName}
          <span className="font-normal text-soft"> in {denial.accountName}</span>
        </Link>
      </td>
      <td className={classNames(CELL, "max-md:order-4 max-md:mt-1")}>
        <Reason denial={denial} />
      </td>
    </tr>
  );
}

function Reason({ denial: { reason, allowedNow, awsCode } }: { denial: DenialItem }) {
  if (allowedNow === true) return <Badge tone="good">The trust policy allows it now</Badge>;
  if (reason !== null) return <span className="text-ink">{reason}</span>;
  return <span className="text-soft">{awsCode ?? "Refused"}; the trust policy is not known yet.</span>;
}
