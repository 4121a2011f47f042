import { durationText } from "../../ui/duration-text";
import { Panel } from "../../ui/panel";
import type { DenialDetail } from "./denial-view";

type Row = { readonly label: string; readonly values: readonly string[] };

function listFacts(denial: DenialDetail): Row[] {
  const facts: readonly (readonly [string, string | null])[] = [
    ["Role", denial.trustRoleArn],
    ["Path", denial.via],
    ["Duration", denial.durationSeconds === 0 ? null : durationText(denial.durationSeconds)],
    ["AWS code", denial.awsCode],
    ["AWS request id", denial.awsRequestId],
    ["Request id", denial.requestId],
  ];
  return facts.flatMap(([label, value]) => (value === null ? [] : [{ label, values: [value] }]));
}

/** The request, as AWS saw it. */
export function RequestView({ denial }: { denial: DenialDetail }) {
  const rows = [...(denial.rows ?? []), ...listFacts(denial)];
  return (
    <section aria-labelledby="the-request">
      <h2 id="the-request" className="mb-2 text-base">
        The request
      </h2>
      <Panel className="px-4 py-3">
        <dl className="flex flex-col gap-2">
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
      </Panel>
    </section>
  );
}
