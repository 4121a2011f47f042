import type { ComparedCondition, Finding } from "#lib/trust/explanation";
import { Badge } from "../../ui/badge";
import { Panel } from "../../ui/panel";
import { Sentence } from "./sentence";

type Group = { readonly key: string; readonly title: string; readonly findings: readonly Finding[] };

const titleOf = ({ statement }: Finding): string =>
  statement === null
    ? "The role itself"
    : `Statement ${statement.index + 1}${statement.sid ? ` “${statement.sid}”` : ""}`;

/** By statement, in the order of the findings: what decides stands first. */
function toGroups(findings: readonly Finding[]): Group[] {
  const titles = [...new Set(findings.map(titleOf))];
  return titles.map((title) => ({ key: title, title, findings: findings.filter((one) => titleOf(one) === title) }));
}

const decides = ({ findings }: Group) =>
  findings.some(({ closest, statement, problem }) => closest || statement === null || problem.code === "explicit_deny");

/** Which statement failed at what; the statements that are further off are folded away. */
export function Findings({ findings }: { findings: readonly Finding[] }) {
  const groups = toGroups(findings);
  const others = groups.filter((group) => !decides(group));
  return (
    <section aria-labelledby="what-failed" className="flex flex-col gap-3">
      <h2 id="what-failed" className="text-base">
        What failed
      </h2>
      {groups.filter(decides).map((group) => (
        <StatementPanel key={group.key} group={group} />
      ))}
      {others.length === 0 ? null : (
        <details>
          <summary className="inline-block rounded-sm text-accent text-sm underline underline-offset-2">
            {others.length === 1 ? "One other statement" : `${others.length} other statements`}
          </summary>
          <div className="mt-3 flex flex-col gap-3">
            {others.map((group) => (
              <StatementPanel key={group.key} group={group} />
            ))}
          </div>
        </details>
      )}
    </section>
  );
}

function labelOf({ findings }: Group) {
  if (findings.some(({ problem }) => problem.code === "explicit_deny")) return <Badge tone="danger">Denies</Badge>;
  return findings.some(({ closest }) => closest) ? <Badge tone="warn">Comes closest</Badge> : null;
}

function StatementPanel({ group }: { group: Group }) {
  return (
    <Panel className="overflow-hidden">
      <div className="flex items-center gap-2 border-line border-b bg-sunken px-4 py-2">
        <h3 className="text-sm">{group.title}</h3>
        {labelOf(group)}
      </div>
      <ul className="divide-y divide-line">
        {group.findings.map((finding) => (
          <li key={finding.sentence} className="flex flex-col gap-2 px-4 py-3">
            <Compared finding={finding} />
            {finding.insight === null ? null : (
              <p className="text-soft text-sm">
                <Sentence text={finding.insight.sentence} />
              </p>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Compared({ finding: { problem, sentence } }: { finding: Finding }) {
  switch (problem.code) {
    case "condition_failed":
      return <Condition condition={problem} />;
    case "explicit_deny":
      return (
        <>
          <p className="text-sm">
            <Sentence text={sentence} />
          </p>
          {problem.conditions.map((condition) => (
            <Condition key={`${condition.operator} ${condition.key}`} condition={condition} />
          ))}
        </>
      );
    case "principal_differs":
      return (
        <Rows
          title="Principal"
          expectedLabel={problem.except ? "Everyone but" : "Expected"}
          expected={Object.values(problem.expected).flat()}
          seen={problem.seen}
        />
      );
    default:
      return (
        <p className="text-sm">
          <Sentence text={sentence} />
        </p>
      );
  }
}

function Condition({ condition }: { condition: ComparedCondition }) {
  return (
    <Rows
      title={`${condition.operator} ${condition.key}`}
      expectedLabel="Expected"
      expected={condition.expected}
      seen={condition.seen}
    />
  );
}

type RowsProps = {
  readonly title: string;
  readonly expectedLabel: string;
  readonly expected: readonly string[];
  readonly seen: readonly string[] | null;
};

function Rows({ title, expectedLabel, expected, seen }: RowsProps) {
  return (
    <div>
      <p className="font-medium font-mono text-xs [overflow-wrap:anywhere]">{title}</p>
      <dl className="mt-1.5 grid gap-x-4 gap-y-1 text-sm sm:grid-cols-[6rem_minmax(0,1fr)]">
        <dt className="text-faint max-sm:text-xs">{expectedLabel}</dt>
        <dd>
          <Values values={expected} />
        </dd>
        <dt className="text-faint max-sm:text-xs">Seen</dt>
        <dd className="text-danger">{seen === null ? "not in the request" : <Values values={seen} />}</dd>
      </dl>
    </div>
  );
}

function Values({ values }: { values: readonly string[] }) {
  return (
    <ul>
      {values.map((value) => (
        <li key={value} className="font-mono text-xs leading-5 [overflow-wrap:anywhere]">
          {value}
        </li>
      ))}
    </ul>
  );
}
