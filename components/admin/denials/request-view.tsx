import type { RequestRow } from "#lib/trust/describe-request";
import { durationText } from "../../ui/duration-text";
import { Panel } from "../../ui/panel";
import type { DenialDetail } from "./denial-view";

type Row = Pick<RequestRow, "label" | "values">;

/** What every request to AWS has, and few policies ask about. */
const COMMON = /^aws:(RequestedRegion|SecureTransport|ViaAWSService|userid|username|PrincipalType|PrincipalAccount)$/i;

const isCommon = ({ key }: RequestRow) => key !== null && COMMON.test(key);

function listFacts(denial: DenialDetail): Row[] {
  const facts: readonly (readonly [string, string | null])[] = [
    ["Role", denial.trustRoleArn],
    ["Path", denial.via],
    ["Duration", denial.durationSeconds === 0 ? null : durationText(denial.durationSeconds)],
  ];
  return toRows(facts);
}

const listIds = (denial: DenialDetail): Row[] =>
  toRows([
    ["AWS code", denial.awsCode],
    ["AWS request id", denial.awsRequestId],
    ["Request id", denial.requestId],
  ]);

const toRows = (facts: readonly (readonly [string, string | null])[]): Row[] =>
  facts.flatMap(([label, value]) => (value === null ? [] : [{ label, values: [value] }]));

/** The request, as AWS saw it. */
export function RequestView({ denial }: { denial: DenialDetail }) {
  const rows = denial.rows ?? [];
  const common = rows.filter(isCommon);
  return (
    <section aria-labelledby="the-request">
      <h2 id="the-request" className="mb-2 text-base">
        The request
      </h2>
      <Panel className="divide-y divide-line">
        <Rows rows={listFacts(denial)} />
        {rows.length === 0 ? null : <Rows rows={rows.filter((row) => !isCommon(row))} />}
        {common.length === 0 ? null : (
          <details>
            <summary className="px-4 py-2 text-accent text-sm underline underline-offset-2">
              What every request has
            </summary>
            <Rows rows={common} />
          </details>
        )}
        <Rows rows={listIds(denial)} />
      </Panel>
    </section>
  );
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
