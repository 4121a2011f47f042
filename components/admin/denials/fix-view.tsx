"use client";
import { Content, List, Root, Trigger } from "@radix-ui/react-tabs";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Fix } from "#lib/trust/explanation";
import { CopyButton } from "../../ui/copy-button";
import { Notice } from "../../ui/notice";
import { Panel } from "../../ui/panel";
import { Sentence } from "./sentence";

const FORMATS = [
  { id: "json", label: "JSON" },
  { id: "terraform", label: "Terraform" },
  { id: "cloudFormation", label: "CloudFormation" },
] as const;
type FormatId = (typeof FORMATS)[number]["id"];
type Texts = Pick<Fix, FormatId>;

const TAB =
  "h-7 rounded-md px-2.5 font-medium text-sm text-soft hover:text-ink data-[state=active]:bg-surface data-[state=active]:text-ink data-[state=active]:shadow-rise pointer-coarse:h-9";

/** The smallest change that lets exactly this request in, in three languages. */
export function FixView({ fix, summary }: { fix: Texts & Pick<Fix, "weaker">; summary: readonly string[] }) {
  const t = useTranslations("denials.fix");
  return (
    <section aria-labelledby="the-fix" className="flex flex-col gap-3">
      <h2 id="the-fix" className="text-base">
        {t("title")}
      </h2>
      <ul className="list-disc space-y-1 pl-5 text-sm marker:text-faint">
        {summary.map((line) => (
          <li key={line}>
            <Sentence text={line} />
          </li>
        ))}
      </ul>
      {fix.weaker ? (
        <Notice tone="warn" title={t("weaker")}>
          {t("weakerText")}
        </Notice>
      ) : null}
      <Formats fix={fix} />
    </section>
  );
}

function Formats({ fix }: { fix: Texts }) {
  const t = useTranslations("denials.fix");
  const [format, setFormat] = useState<FormatId>("json");
  const label = FORMATS.find(({ id }) => id === format)?.label ?? format;
  return (
    <Root
      value={format}
      onValueChange={(text) => setFormat(FORMATS.find(({ id }) => id === text)?.id ?? "json")}
      asChild
    >
      <Panel className="overflow-hidden">
        <div className="flex flex-wrap items-center justify-between gap-1.5 border-line border-b bg-sunken px-2 py-1.5">
          <List aria-label={t("formats")} className="flex flex-wrap gap-1">
            {FORMATS.map(({ id, label }) => (
              <Trigger key={id} value={id} className={TAB}>
                {label}
              </Trigger>
            ))}
          </List>
          <CopyButton key={format} text={fix[format]} what={t("copied", { format: label })} look="solid" />
        </div>
        {FORMATS.map(({ id, label }) => (
          <Content key={id} value={id} tabIndex={-1}>
            <section
              aria-label={t("as", { format: label })}
              // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard (WCAG 2.1.1).
              tabIndex={0}
              className="max-h-[32rem] overflow-auto px-4 py-3 -outline-offset-2"
            >
              <pre className="font-mono text-xs leading-5">{fix[id].trimEnd()}</pre>
            </section>
          </Content>
        ))}
      </Panel>
    </Root>
  );
}
