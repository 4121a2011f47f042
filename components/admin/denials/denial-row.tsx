import Link from "next/link";
import { useTranslations } from "next-intl";
import { Badge } from "../../ui/badge";
import { classNames } from "../../ui/class-names";
import { LocalTime } from "../../ui/local-time";
import type { DenialItem } from "./denial-view";
import { useTell } from "./use-tell";

const CELL = "py-2.5 pr-4 align-top text-sm max-md:block max-md:p-0";

/** One refusal: a row, on a phone a card. The whole of it leads on. */
export function DenialRow({ denial }: { denial: DenialItem }) {
  const t = useTranslations("denials");
  const { roleName: role, accountName: account } = denial;
  return (
    <tr className="relative border-line border-t hover:bg-hover max-md:flex max-md:flex-col max-md:gap-0.5 max-md:px-4 max-md:py-3">
      <td className={classNames(CELL, "whitespace-nowrap pl-4 text-soft max-md:order-3 max-md:text-xs")}>
        <LocalTime at={denial.at} />
      </td>
      <td className={classNames(CELL, "[overflow-wrap:anywhere] max-md:order-2")}>{denial.who ?? t("page.unknown")}</td>
      <td className={classNames(CELL, "max-md:order-1")}>
        <Link
          href={`/admin/denials/${denial.requestId}`}
          prefetch={false}
          className="font-medium after:absolute after:inset-0 [overflow-wrap:anywhere]"
        >
          {t.rich("list.roleIn", {
            role,
            account,
            soft: (words) => <span className="font-normal text-soft">{words}</span>,
          })}
        </Link>
      </td>
      <td className={classNames(CELL, "max-md:order-4 max-md:mt-1")}>
        <Reason denial={denial} />
      </td>
    </tr>
  );
}

function Reason({ denial: { reason, allowedNow, awsCode } }: { denial: DenialItem }) {
  const t = useTranslations("denials.list");
  const tell = useTell();
  if (allowedNow === true) return <Badge tone="good">{t("allowedNow")}</Badge>;
  if (reason !== null) return <span className="text-ink">{reason.map(tell).join(" ")}</span>;
  return <span className="text-soft">{t("notKnown", { code: awsCode ?? t("refused") })}</span>;
}
