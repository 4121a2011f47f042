import { useTranslations } from "next-intl";
import type { RequestRow } from "#lib/trust/describe-request";
import { Panel } from "../../ui/panel";
import { useDurationText } from "../../ui/use-duration-text";
import type { DenialDetail } from "./denial-view";
import { useTell } from "./use-tell";

type Row = { readonly label: string; readonly values: readonly string[] };

/** What every request to AWS has, and few policies ask about. */
const COMMON = /^aws:(RequestedRegion|SecureTransport|ViaAWSService|userid|username|PrincipalType|PrincipalAccount)$/i;

const isCommon = ({ key }: RequestRow) => key !== null && COMMON.test(key);

const toRows = (facts: readonly (readonly [string, string | null])[]): Row[] =>
  facts.flatMap(([label, value]) => (value === null ? [] : [{ label, values: [value] }]));

/** A session of one's own IAM user has no role: what was asked is the user. */
const isUser = (arn: string | null): boolean => arn !== null && /^arn:[a-z-]+:iam::\d{12}:user\//.test(arn);

/** The request, as AWS saw it. */
export function RequestView({ denial }: { denial: DenialDetail }) {
  const t = useTranslations("denials.request");
  const rows = denial.rows ?? [];
  const common = rows.filter(isCommon);
  return (
    <section aria-labelledby="the-request">
      <h2 id="the-request" className="mb-2 text-base">
        {t("title")}
      </h2>
      <Panel className="divide-y divide-line">
        <Facts denial={denial} />
        {rows.length === 0 ? null : <SeenRows rows={rows.filter((row) => !isCommon(row))} />}
        {common.length === 0 ? null : (
          <details>
            <summary className="px-4 py-2 text-accent text-sm underline underline-offset-2">{t("common")}</summary>
            <SeenRows rows={common} />
          </details>
        )}
        <Ids denial={denial} />
      </Panel>
    </section>
  );
}

function Facts({ denial: { trustRoleArn, via, durationSeconds } }: { denial: DenialDetail }) {
  const t = useTranslations("denials.request");
  const durationText = useDurationText();
  const facts = toRows([
    [t(isUser(trustRoleArn) ? "user" : "role"), trustRoleArn],
    [t("path"), via],
    [t("duration"), durationSeconds === 0 ? null : durationText(durationSeconds)],
  ]);
  return <Rows rows={facts} />;
}

function Ids({ denial: { awsCode, awsRequestId, requestId } }: { denial: DenialDetail }) {
  const t = useTranslations("denials.request");
  const ids = toRows([
    [t("awsCode"), awsCode],
    [t("awsRequestId"), awsRequestId],
    [t("requestId"), requestId],
  ]);
  return <Rows rows={ids} />;
}

function SeenRows({ rows }: { rows: readonly RequestRow[] }) {
  const tell = useTell();
  const told = rows.map(({ label, values }) => ({ label: typeof label === "string" ? label : tell(label), values }));
  return <Rows rows={told} />;
}

function Rows({ rows }: { rows: readonly Row[] }) {
  return (
    <dl className="flex flex-col gap-2 px-4 py-3">
      {rows.map(({ label, values }) => (
        <div key={label}>
          <dt className="text-faint text-xs">{label}</dt>
          <dd className="font-mono text-xs leading-5 [overflow-wrap:anywhere]">
            {values.map((value) => (
              <span key={value} className="block select-all">
                {value}
              </span>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
