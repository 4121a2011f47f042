"use client";
import { Content, List, Root, Trigger } from "@radix-ui/react-tabs";
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
          Better change what the portal sends, as said above, and leave the policy as it is.
        </Notice>
      ) : null}
      <Root defaultValue="json" asChild>
        <Panel className="overflow-hidden">
          <List
            aria-label="Format of the fix"
            className="flex flex-wrap gap-1 border-line border-b bg-sunken px-2 py-1.5"
          >
            {FORMATS.map(({ id, label }) => (
              <Trigger
                key={id}
                value={id}
                className="h-7 rounded-md px-2.5 font-medium text-sm text-soft hover:text-ink data-[state=active]:bg-surface data-[state=active]:text-ink data-[state=active]:shadow-rise pointer-coarse:h-9"
              >
                {label}
              </Trigger>
            ))}
          </List>
          {FORMATS.map(({ id, label }) => (
            <Content key={id} value={id} className="relative -outline-offset-2">
              <div className="absolute top-2 right-2">
                <CopyButton text={fix[id]} what={`the fix as ${label}`} />
              </div>
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
    </section>
  );
}
