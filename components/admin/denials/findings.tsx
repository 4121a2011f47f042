import { useTranslations } from "next-intl";
import type { ComparedCondition, Finding } from "#lib/trust/explanation";
import { Badge } from "../../ui/badge";
import { Panel } from "../../ui/panel";
import { Sentence } from "./sentence";
import { useTell } from "./use-tell";

/** What is said of one statement; of none: of the role itself. */
type Group = { readonly statement: Finding["statement"]; readonly findings: readonly Finding[] };

const placeOf = ({ statement }: Pick<Finding, "statement">): number => statement?.index ?? -1;

/** By statement, in the order of the findings: what decides stands first. */
function toGroups(findings: readonly Finding[]): Group[] {
  const places = [...new Set(findings.map(placeOf))];
  return places.map((place) => {
    const own = findings.filter((one) => placeOf(one) === place);
    return { statement: own[0]?.statement ?? null, findings: own };
  });
}

const decides = ({ findings }: Group) =>
  findings.some(({ closest, statement, problem }) => closest || statement === null || problem.code === "explicit_deny");

/** Which statement failed at what; the statements that are further off are folded away. */
export function Findings({ findings }: { findings: readonly Finding[] }) {
  const t = useTranslations("denials.findings");
  const groups = toGroups(findings);
  const others = groups.filter((group) => !decides(group));
  return (
    <section aria-labelledby="what-failed" className="flex flex-col gap-3">
      <h2 id="what-failed" className="text-base">
        {t("title")}
      </h2>
      {groups.filter(decides).map((group) => (
        <StatementPanel key={placeOf(group)} group={group} />
      ))}
      {others.length === 0 ? null : (
        <details>
          <summary className="inline-block rounded-sm text-accent text-sm underline underline-offset-2">
            {t("others", { count: others.length })}
          </summary>
          <div className="mt-3 flex flex-col gap-3">
            {others.map((group) => (
              <StatementPanel key={placeOf(group)} group={group} />
            ))}
          </div>
        </details>
      )}
    </section>
  );
}

function Label({ group: { findings } }: { group: Group }) {
  const t = useTranslations("denials.findings");
  if (findings.some(({ problem }) => problem.code === "explicit_deny")) {
    return <Badge tone="danger">{t("denies")}</Badge>;
  }
  return findings.some(({ closest }) => closest) ? <Badge tone="warn">{t("closest")}</Badge> : null;
}

function Title({ group: { statement } }: { group: Group }) {
  const t = useTranslations("denials.findings");
  if (statement === null) return t("role");
  const { index, sid } = statement;
  return sid ? t("named", { number: index + 1, sid }) : t("statement", { number: index + 1 });
}

function StatementPanel({ group }: { group: Group }) {
  const tell = useTell();
  return (
    <Panel className="overflow-hidden">
      <div className="flex items-center gap-2 border-line border-b bg-sunken px-4 py-2">
        <h3 className="text-sm">
          <Title group={group} />
        </h3>
        <Label group={group} />
      </div>
      <ul className="divide-y divide-line">
        {group.findings.map((finding) => (
          <li key={tell(finding.sentence)} className="flex flex-col gap-2 px-4 py-3">
            <Compared finding={finding} />
            {finding.insight === null ? null : (
              <p className="text-soft text-sm">
                <Sentence text={tell(finding.insight.sentence)} />
              </p>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Compared({ finding: { problem, sentence } }: { finding: Finding }) {
  const t = useTranslations("denials.findings");
  const tell = useTell();
  switch (problem.code) {
    case "condition_failed":
      return <Condition condition={problem} />;
    case "explicit_deny":
      return (
        <>
          <p className="text-sm">
            <Sentence text={tell(sentence)} />
          </p>
          {problem.conditions.map((condition) => (
            <Condition key={`${condition.operator} ${condition.key}`} condition={condition} />
          ))}
        </>
      );
    case "principal_differs":
      return (
        <Rows
          title={t("principal")}
          expectedLabel={t(problem.except ? "everyoneBut" : "expected")}
          expected={Object.values(problem.expected).flat()}
          seen={problem.seen}
        />
      );
    default:
      return (
        <p className="text-sm">
          <Sentence text={tell(sentence)} />
        </p>
      );
  }
}

function Condition({ condition }: { condition: ComparedCondition }) {
  const t = useTranslations("denials.findings");
  return (
    <Rows
      title={`${condition.operator} ${condition.key}`}
      expectedLabel={t("expected")}
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
  const t = useTranslations("denials.findings");
  return (
    <div>
      <p className="font-medium font-mono text-xs [overflow-wrap:anywhere]">{title}</p>
      <dl className="mt-1.5 grid gap-x-4 gap-y-1 text-sm sm:grid-cols-[6rem_minmax(0,1fr)]">
        <dt className="text-faint max-sm:text-xs">{expectedLabel}</dt>
        <dd>
          <Values values={expected} />
        </dd>
        <dt className="text-faint max-sm:text-xs">{t("seen")}</dt>
        <dd className="text-danger">{seen === null ? t("absent") : <Values values={seen} />}</dd>
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
