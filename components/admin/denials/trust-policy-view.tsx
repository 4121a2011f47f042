import type { PolicyLine } from "#lib/trust/policy-lines";
import { classNames } from "../../ui/class-names";
import { LocalTime } from "../../ui/local-time";
import { Notice } from "../../ui/notice";
import { Panel } from "../../ui/panel";
import { PROBLEM_WORDS, type TrustView } from "./denial-view";
import { PasteForm } from "./paste-form";

type TrustPolicyViewProps = {
  readonly trust: TrustView;
  /** The statement that decides, from 0. */
  readonly highlighted: number | null;
  readonly requestId: string;
  readonly roleArn: string;
};

/** The trust policy that the request was compared with, where it comes from, and where to paste another. */
export function TrustPolicyView({ trust, highlighted, requestId, roleArn }: TrustPolicyViewProps) {
  const { known, problem } = trust;
  return (
    <section aria-labelledby="trust-policy" className="flex flex-col gap-3">
      <div>
        <h2 id="trust-policy" className="text-base">
          Trust policy
        </h2>
        <p className="mt-0.5 text-sm text-soft">
          <Source trust={trust} />
        </p>
      </div>
      {problem === null ? null : (
        <Notice tone="warn" title="It could not be read from IAM now.">
          {PROBLEM_WORDS[problem]}
        </Notice>
      )}
      {known === null ? null : <PolicyText lines={known.lines} highlighted={highlighted} />}
      {known?.isFresh ? null : <PasteForm requestId={requestId} roleArn={roleArn} isFirst={known === null} />}
    </section>
  );
}

function Source({ trust: { known, hasReader } }: { trust: TrustView }) {
  if (known === null) {
    return hasReader
      ? "None yet."
      : "None yet. With aws.trustReader in the configuration, the portal reads it from IAM by itself.";
  }
  if (known.isFresh) return "Read from IAM just now.";
  return known.source === "read" ? (
    <>
      Read from IAM <LocalTime at={known.at} />
    </>
  ) : (
    <>
      Pasted <LocalTime at={known.at} /> by {known.by}
    </>
  );
}

function PolicyText({ lines, highlighted }: { lines: readonly PolicyLine[]; highlighted: number | null }) {
  return (
    <Panel className="overflow-hidden">
      <section
        aria-label="The trust policy as JSON"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard (WCAG 2.1.1).
        tabIndex={0}
        className="max-h-[32rem] overflow-auto py-3 -outline-offset-2"
      >
        <pre className="w-max min-w-full font-mono text-xs leading-5">
          {lines.map(({ text, statement }, at) => (
            <span
              // biome-ignore lint/suspicious/noArrayIndexKey: lines of a text, which are alike and never change places.
              key={at}
              className={classNames(
                "block border-l-2 px-4",
                statement !== null && statement === highlighted ? "border-danger bg-danger-soft" : "border-transparent",
              )}
            >
              {text}
              {"\n"}
            </span>
          ))}
        </pre>
      </section>
    </Panel>
  );
}
