"use client";
import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useId, useState } from "react";
import { useScopePart } from "../scope/use-phrase";
import { classNames } from "../ui/class-names";
import { DetailList } from "../ui/detail-list";
import { LocalTime } from "../ui/local-time";
import type { ActivityEvent } from "./activity-event";
import { OutcomeBadge } from "./outcome-badge";
import { useBrowserName } from "./use-browser-name";

const CELL = "py-2 pr-4 align-top max-md:block max-md:p-0";

/** One event: a row of the table, on a phone a card. Its detail is a second row. */
export function ActivityRow({ event }: { event: ActivityEvent }) {
  const t = useTranslations("activity");
  const nameOf = useBrowserName();
  const sayPart = useScopePart();
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  return (
    <tbody className="border-line border-t max-md:block max-md:px-4 max-md:py-3">
      <tr className="max-md:grid max-md:grid-cols-[minmax(0,1fr)_auto] max-md:gap-x-3 max-md:gap-y-0.5">
        <td className={classNames(CELL, "whitespace-nowrap pl-4 text-soft text-sm max-md:order-3 max-md:text-xs")}>
          <LocalTime at={event.at} />
        </td>
        <td className={classNames(CELL, "max-md:order-1")}>
          <button
            type="button"
            aria-expanded={isOpen}
            aria-controls={isOpen ? id : undefined}
            onClick={() => setIsOpen(!isOpen)}
            className="-ml-1 inline-flex items-start gap-1 rounded-sm px-0.5 text-left font-medium text-sm"
          >
            <ChevronRight
              aria-hidden
              className={classNames("mt-0.5 size-4 shrink-0 text-faint transition-transform", isOpen && "rotate-90")}
            />
            {t(`kinds.${event.kind}`)}
          </button>
        </td>
        <td className={classNames(CELL, "text-sm max-md:order-4 max-md:col-span-2")}>
          <Subject event={event} />
        </td>
        <td className={classNames(CELL, "text-sm text-soft max-md:order-5 max-md:col-span-2 max-md:text-xs")}>
          <span className="tabular-nums [overflow-wrap:anywhere]">{event.address ?? t("unknownAddress")}</span>
          {event.userAgent === null ? null : <span className="text-faint"> · {nameOf(event.userAgent)}</span>}
        </td>
        <td className={classNames(CELL, "md:text-right max-md:order-2")}>
          <OutcomeBadge outcome={event.outcome} />
        </td>
      </tr>
      {isOpen ? (
        <tr id={id} className="max-md:block">
          <td colSpan={5} className="px-4 pb-3 md:pl-[12.25rem] max-md:block max-md:px-0 max-md:pt-2 max-md:pb-0">
            <DetailList
              details={event.detail.map(({ name, value, parts }) => ({
                label: t(`labels.${name}`),
                value: parts?.map(sayPart).join(", ") ?? value,
              }))}
              className="rounded-md bg-sunken px-3 py-2.5"
            />
          </td>
        </tr>
      ) : null}
    </tbody>
  );
}

const soft = (words: ReactNode) => <span className="text-soft">{words}</span>;

function Subject({ event }: { event: ActivityEvent }) {
  const t = useTranslations("activity");
  if (event.roleName) {
    const account = event.accountName ?? event.accountId ?? "";
    return t.rich("inAccount", { role: event.roleName, account, soft });
  }
  return event.idpName ? soft(t("through", { idp: event.idpName })) : null;
}
