"use client";
import { Content, List, Root, Trigger } from "@radix-ui/react-tabs";
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

const TAB =
  "h-7 rounded-md px-2.5 font-medium text-sm text-soft hover:text-ink data-[state=active]:bg-surface data-[state=active]:text-ink data-[state=active]:shadow-rise pointer-coarse:h-9";

/** The smallest change that lets exactly this request in, in three languages. */
export function FixView({ fix }: { fix: Fix }) {
  return (
    <section aria-labelledby="the-fix" className="flex flex-col gap-3">
      <h2 id="the-fix" className="text-base">
        The fix
      </h2>
      <ul className="list-disc space-y-1 pl-5 text-sm marker:text-faint">
        {fix.summary.map((line) => (
          <li key={line}>
            <Sentence text={line} />
          </li>
        ))}
      </ul>
      {fix.weaker ? (
        <Notice tone="warn" title="This gives up a protection.">
          Somebody put it there: ask whether it may go before you apply this.
        </Notice>
      ) : null}
      <Formats fix={fix} />
    </section>
  );
}

function Formats({ fix }: { fix: Fix }) {
  const [format, setFormat] = useState<FormatId>("json");
  const label = FORMATS.find(({ id }) => id === format)?.label;
  return (
    <Root
      value={format}
      onValueChange={(text) => setFormat(FORMATS.find(({ id }) => id === text)?.id ?? "json")}
      asChild
    >
      <Panel className="overflow-hidden">
        <div className="flex flex-wrap items-center justify-between gap-1.5 border-line border-b bg-sunken px-2 py-1.5">
          <List aria-label="Format of the fix" className="flex flex-wrap gap-1">
            {FORMATS.map(({ id, label }) => (
              <Trigger key={id} value={id} className={TAB}>
                {label}
              </Trigger>
            ))}
          </List>
          <CopyButton key={format} text={fix[format]} what={`the fix as ${label}`} look="solid" />
        </div>
        {FORMATS.map(({ id, label }) => (
          <Content key={id} value={id} tabIndex={-1}>
            <section
              aria-label={`The fix as ${label}`}
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
