"use client";
import { CircleAlert, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import type { PolicyProblem } from "#lib/session-policy/policy-problem";
import type { PolicyValidation } from "#lib/session-policy/validate-policy";
import { Button } from "../ui/button";
import { fieldClass } from "../ui/field";
import { usePhrase } from "./use-phrase";

const EXAMPLE = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": ["s3:GetObject", "s3:ListBucket"],
      "Resource": "*"
    }
  ]
}`;

/** Screen readers hear the count when typing pauses, not at each letter. */
const QUIET_MS = 800;

type CustomPolicyProps = {
  readonly id: string;
  readonly text: string;
  readonly validation: PolicyValidation;
  readonly onChange: (text: string) => void;
};

/** A session policy as JSON, with what is wrong with it listed as it is typed. */
export function CustomPolicy({ id, text, validation, onChange }: CustomPolicyProps) {
  const t = useTranslations("scope");
  const field = useRef<HTMLTextAreaElement>(null);
  const isEmpty = text.trim() === "";
  const problems = isEmpty ? [] : validation.problems;
  const goTo = ({ line, column }: PolicyProblem) => {
    const before = text.split("\n").slice(0, line - 1);
    const offset = before.reduce((sum, each) => sum + each.length + 1, 0) + column - 1;
    field.current?.focus();
    field.current?.setSelectionRange(offset, offset + 1);
  };
  return (
    <div className="flex flex-col gap-1.5">
      <textarea
        ref={field}
        id={`${id}-json`}
        aria-label={t("json")}
        aria-invalid={problems.some(({ severity }) => severity === "error")}
        aria-describedby={`${id}-problems`}
        className={`${fieldClass} h-auto min-h-40 resize-y py-2 font-mono text-xs leading-5`}
        rows={9}
        wrap="off"
        autoCapitalize="none"
        autoComplete="off"
        spellCheck={false}
        placeholder={t("jsonPlaceholder")}
        value={text}
        onChange={(event) => onChange(event.target.value)}
      />
      <div className="flex flex-wrap gap-1.5">
        {isEmpty ? (
          <Button size="small" onClick={() => onChange(EXAMPLE)}>
            {t("example")}
          </Button>
        ) : (
          <Button
            size="small"
            disabled={validation.minified === null}
            onClick={() => onChange(JSON.stringify(JSON.parse(validation.minified ?? text), null, 2))}
          >
            {t("tidy")}
          </Button>
        )}
      </div>
      <ul id={`${id}-problems`} className="flex flex-col gap-1 empty:hidden">
        {problems.map((problem) => (
          <ProblemLine key={`${problem.line}:${problem.column}:${problem.message.key}`} problem={problem} onGo={goTo} />
        ))}
      </ul>
      <Announcement problems={problems} />
    </div>
  );
}

const LOOKS = {
  error: { icon: CircleAlert, color: "text-danger" },
  warning: { icon: TriangleAlert, color: "text-warn" },
} as const;

function ProblemLine({ problem, onGo }: { problem: PolicyProblem; onGo: (problem: PolicyProblem) => void }) {
  const t = useTranslations("scope");
  const say = usePhrase();
  const { icon: Icon, color } = LOOKS[problem.severity];
  return (
    <li className="flex items-start gap-1.5 text-xs">
      <Icon aria-hidden className={`mt-1.25 size-3.5 shrink-0 ${color}`} />
      <span className="sr-only">{t(problem.severity)} </span>
      <button
        type="button"
        className="h-6 shrink-0 rounded-sm text-soft tabular-nums underline underline-offset-2 hover:text-ink"
        onClick={() => onGo(problem)}
      >
        {t("line", { line: problem.line })}
      </button>
      <span className="min-w-0 py-0.75 [overflow-wrap:anywhere]">{say(problem.message)}</span>
    </li>
  );
}

function Announcement({ problems }: { problems: readonly PolicyProblem[] }) {
  const [said, setSaid] = useState("");
  const t = useTranslations("scope");
  const say = usePhrase();
  const first = problems[0];
  const words =
    first === undefined
      ? ""
      : t("problemCount", { count: problems.length, line: first.line, first: say(first.message) });
  useEffect(() => {
    const timer = setTimeout(() => setSaid(words), QUIET_MS);
    return () => clearTimeout(timer);
  }, [words]);
  return (
    <span role="status" className="sr-only">
      {said}
    </span>
  );
}
