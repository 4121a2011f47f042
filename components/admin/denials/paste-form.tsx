"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState, useTransition } from "react";
import { Button } from "../../ui/button";
import { classNames } from "../../ui/class-names";
import { Field, fieldClass } from "../../ui/field";
import { type PasteProblem, pasteTrustPolicy } from "./paste-trust-policy";
import { Sentence } from "./sentence";

type PasteFormProps = { readonly requestId: string; readonly roleArn: string; readonly isFirst: boolean };

/** Takes a trust policy. What is wrong with it stands at the field, and what was pasted stays in it. */
export function PasteForm({ requestId, roleArn, isFirst }: PasteFormProps) {
  const t = useTranslations("denials.paste");
  const router = useRouter();
  const [document, setDocument] = useState("");
  const [problem, setProblem] = useState<PasteProblem | "unreachable" | null>(null);
  const [isSending, send] = useTransition();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send(async () => {
      const refused = await pasteTrustPolicy(requestId, document);
      setProblem(refused);
      if (refused === null) router.refresh();
    });
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-2">
      <Field
        id="trust-policy-json"
        label={t(isFirst ? "first" : "again")}
        hint={
          <Sentence
            text={`\`aws iam get-role --role-name ${nameOf(roleArn)} --query Role.AssumeRolePolicyDocument\``}
          />
        }
      >
        <textarea
          id="trust-policy-json"
          value={document}
          onChange={(event) => setDocument(event.target.value)}
          aria-describedby="trust-policy-json-hint trust-policy-json-problems"
          aria-invalid={problem !== null}
          className={classNames(
            fieldClass,
            "h-auto min-h-32 resize-y py-2 font-mono text-xs leading-5 pointer-coarse:h-auto",
          )}
          rows={isFirst ? 10 : 5}
          wrap="off"
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
          placeholder={'{ "Version": "2012-10-17", "Statement": [ … ] }'}
        />
      </Field>
      <div id="trust-policy-json-problems" role="alert" className="text-danger text-sm empty:hidden">
        {problem === "unreachable" ? <Unreachable /> : problem === null ? null : <Problems problem={problem} />}
      </div>
      <Button type="submit" variant="solid" className="self-start" disabled={isSending || document.trim() === ""}>
        {t(isSending ? "sending" : "submit")}
      </Button>
    </form>
  );
}

const nameOf = (roleArn: string) => roleArn.slice(roleArn.lastIndexOf("/") + 1);

function Unreachable() {
  const t = useTranslations("denials.paste");
  return (
    <>
      <p className="font-medium">{t("unreachable")}</p>
      <p>{t("unreachableText")}</p>
    </>
  );
}

function Problems({ problem }: { problem: PasteProblem }) {
  const t = useTranslations("denials.paste");
  return (
    <>
      <p className="font-medium">{problem.title}</p>
      {problem.problems.length === 0 ? <p>{problem.message}</p> : null}
      <ul className="mt-1 space-y-1">
        {problem.problems.map(({ path, message }) => (
          <li key={`${path} ${message}`} className="[overflow-wrap:anywhere]">
            {path === "" ? t("document") : <code className="font-mono text-xs">{path}</code>}{" "}
            <Sentence text={message} />
          </li>
        ))}
      </ul>
    </>
  );
}
