import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CopyButton } from "../ui/copy-button";
import { DetailList } from "../ui/detail-list";
import { Notice } from "../ui/notice";
import type { HelpBlock as Block } from "./blocks";
import { HelpText } from "./help-text";
import { type HelpSlug, helpHref } from "./help-topics";

type Of<Kind extends Block["kind"]> = Extract<Block, { readonly kind: Kind }>;

function CodeBlock({ code, name }: Of<"code">) {
  return (
    <div className="forced-edge overflow-hidden rounded-md border border-line bg-sunken">
      <div className="flex items-center justify-between gap-3 border-line border-b py-1 pr-1 pl-3">
        <span className="truncate text-faint text-xs">{name}</span>
        <CopyButton text={code} what={name} look="quiet" />
      </div>
      {/* Scrolls sideways: reached by keyboard. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: WCAG 2.1.1, axe scrollable-region-focusable */}
      <pre tabIndex={0} className="overflow-x-auto px-3 py-2.5 font-mono text-xs leading-5 -outline-offset-2">
        <code>{code}</code>
      </pre>
    </div>
  );
}

function Table({ head, rows }: Of<"table">) {
  return (
    <div className="overflow-hidden rounded-md border border-line bg-surface">
      <table className="w-full text-left text-sm">
        <thead className="border-line border-b bg-sunken text-faint text-xs">
          <tr>
            {head.map((label) => (
              <th key={label} scope="col" className="px-3 py-1.5 font-medium">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {rows.map((row) => (
            <tr key={row.join(" ")}>
              {row.map((cell, at) => (
                <td key={`${head[at]} ${cell}`} className="break-words px-3 py-2 align-top">
                  <HelpText text={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Items({ kind, items }: Of<"steps" | "list">) {
  const List = kind === "steps" ? "ol" : "ul";
  return (
    <List className={`space-y-1.5 pl-5 marker:text-faint ${kind === "steps" ? "list-decimal" : "list-disc"}`}>
      {items.map((item) => (
        <li key={item} className="pl-1">
          <HelpText text={item} />
        </li>
      ))}
    </List>
  );
}

function TopicLinks({ slugs }: { slugs: readonly HelpSlug[] }) {
  const t = useTranslations("helpTopics");
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-2">
      {slugs.map((slug) => (
        <li key={slug}>
          <Link href={helpHref(slug)} className="rounded-sm font-medium text-accent underline underline-offset-2">
            {t(slug)}
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** One block of a help page. */
export function HelpBlock({ block }: { block: Block }): ReactNode {
  switch (block.kind) {
    case "text":
      return (
        <p>
          <HelpText text={block.text} />
        </p>
      );
    case "note":
    case "warning":
      return (
        <Notice tone={block.kind === "note" ? "info" : "warn"}>
          <HelpText text={block.text} />
        </Notice>
      );
    case "steps":
    case "list":
      return <Items {...block} />;
    case "code":
      return <CodeBlock {...block} />;
    case "facts":
      return <DetailList details={block.rows} className="rounded-md border border-line bg-surface px-3 py-2.5" />;
    case "table":
      return <Table {...block} />;
    case "topics":
      return <TopicLinks slugs={block.slugs} />;
  }
}
