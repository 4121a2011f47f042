"use client";
import { FileText } from "lucide-react";
import { useTranslations } from "next-intl";
import { type DragEvent, useDeferredValue, useId, useMemo, useRef, useState } from "react";
import { mergeConfig } from "#lib/aws-config/merge-config";
import { Button } from "../ui/button";
import { Notice } from "../ui/notice";
import { DownloadButton } from "./download-button";
import { MergeSummary } from "./merge-summary";
import { readTextFile } from "./read-text-file";
import { TextFigure } from "./text-figure";
import type { Config } from "./use-config";
import { useProblemText } from "./use-problem-text";

/** Merges the person's own file, here in the browser. */
export function MergePanel({ config }: { config: Config }) {
  const t = useTranslations("cliConfig.merge");
  const [file, setFile] = useState("");
  return (
    <div className="flex flex-col gap-4">
      <p className="text-sm text-soft">{t("intro")}</p>
      <OwnFile text={file} onText={setFile} />
      {file === "" ? (
        <p className="rounded-md border border-line border-dashed px-4 py-8 text-center text-faint text-sm">
          {t("empty")}
        </p>
      ) : (
        <Merged file={file} config={config} />
      )}
    </div>
  );
}

type OwnFileProps = { readonly text: string; readonly onText: (text: string) => void };

function OwnFile({ text, onText }: OwnFileProps) {
  const t = useTranslations("cliConfig.merge");
  const id = useId();
  const [said, setSaid] = useState("");
  const take = async (file: File | undefined) => {
    if (file === undefined) return;
    const read = await readTextFile(file);
    if (read !== null) onText(read);
    setSaid(t(read === null ? "notText" : "chosen", { name: file.name }));
  };
  const drop = (event: DragEvent) => {
    if (event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    take(event.dataTransfer.files[0]);
  };
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <label htmlFor={id} className="font-medium text-soft text-xs">
          {t("paste")}
        </label>
        <FileButton onFile={take} />
      </div>
      <textarea
        id={id}
        rows={7}
        wrap="off"
        spellCheck={false}
        autoComplete="off"
        aria-describedby={`${id}-hint`}
        placeholder={t("placeholder")}
        value={text}
        onChange={(event) => onText(event.target.value)}
        onDrop={drop}
        className="w-full min-w-0 rounded-md border border-field bg-surface px-3 py-2 font-mono text-ink text-xs leading-5 placeholder:text-faint pointer-coarse:text-[1rem]"
      />
      <p id={`${id}-hint`} className="text-faint text-xs">
        {t("where")}
      </p>
      <p role="status" className="text-soft text-xs empty:hidden">
        {said}
      </p>
    </div>
  );
}

function FileButton({ onFile }: { onFile: (file: File | undefined) => void }) {
  const t = useTranslations("cliConfig.merge");
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={t("choose")}
        onChange={(event) => {
          onFile(event.target.files?.[0]);
          // The same file again, changed meanwhile, counts as chosen too.
          event.target.value = "";
        }}
      />
      <Button size="small" onClick={() => input.current?.click()}>
        <FileText aria-hidden className="size-3.5" />
        {t("choose")}
      </Button>
    </>
  );
}

/** As much of a long file as somebody looks at. */
const SHOWN_LINES = 400;

function Merged({ file, config: { plan } }: { file: string; config: Config }) {
  const t = useTranslations("cliConfig");
  const problemText = useProblemText();
  const deferred = useDeferredValue(file);
  const merged = useMemo(() => (plan === null ? null : mergeConfig(deferred, plan)), [deferred, plan]);
  if (merged === null) return null;
  if (!merged.ok) return <Notice tone="warn" role="alert" title={problemText(merged.error)} />;
  const { text, report } = merged.value;
  return (
    <>
      <MergeSummary report={report} isSame={text === deferred} />
      <TextFigure
        caption={<span className="font-mono">~/.aws/config</span>}
        label={t("merge.mergedFor")}
        shown={text.split("\n", SHOWN_LINES).join("\n")}
        text={text}
        what={t("merge.merged")}
        actions={<DownloadButton text={text} />}
      />
    </>
  );
}
