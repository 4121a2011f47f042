import { useTranslations } from "next-intl";
import type { PolicyLine } from "#lib/trust/policy-lines";
import { classNames } from "../../ui/class-names";
import { LocalTime } from "../../ui/local-time";
import { Notice } from "../../ui/notice";
import { Panel } from "../../ui/panel";
import type { TrustView } from "./denial-view";
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
  const t = useTranslations("denials");
  const { known, problem } = trust;
  return (
    <section aria-labelledby="trust-policy" className="flex flex-col gap-3">
      <div>
        <h2 id="trust-policy" className="text-base">
          {t("policy.title")}
        </h2>
        <p className="mt-0.5 text-sm text-soft">
          <Source trust={trust} />
        </p>
      </div>
      {problem === null ? null : (
        <Notice tone="warn" title={t("policy.unread")}>
          {t(`unread.${problem}`)}
        </Notice>
      )}
      {known === null ? null : <PolicyText lines={known.lines} highlighted={highlighted} />}
      {known?.isFresh ? null : <PasteForm requestId={requestId} roleArn={roleArn} isFirst={known === null} />}
    </section>
  );
}

function Source({ trust: { known, hasReader } }: { trust: TrustView }) {
  const t = useTranslations("denials");
  if (known === null) return t(hasReader ? "policy.none" : "policy.noneUnread");
  if (known.isFresh) return t("policy.fresh");
  const at = () => <LocalTime at={known.at} />;
  return known.source === "read"
    ? t.rich("policy.read", { at })
    : t.rich("policy.pasted", { at, who: known.by ?? t("page.unknown") });
}

function PolicyText({ lines, highlighted }: { lines: readonly PolicyLine[]; highlighted: number | null }) {
  const t = useTranslations("denials.policy");
  return (
    <Panel className="overflow-hidden">
      <section
        aria-label={t("asJson")}
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
