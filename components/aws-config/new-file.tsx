"use client";
import { useTranslations } from "next-intl";
import type { ConfigPlan } from "#lib/aws-config/plan-config";
import { DownloadButton } from "./download-button";
import { TextFigure } from "./text-figure";
import type { Config } from "./use-config";

/** The file for somebody who has none. */
export function NewFile({ config: { plan, files, hidden, problem } }: { config: Config }) {
  const t = useTranslations("cliConfig");
  if (plan === null || files === null || problem !== null)
    return (
      <p className="rounded-md border border-line border-dashed px-4 py-8 text-center text-faint text-sm">
        {t("appears")}
      </p>
    );
  return (
    <div className="flex flex-col gap-4">
      <TextFigure
        caption={<FileCaption count={plan.profiles.length} />}
        label={t("fileFor")}
        shown={files.shown}
        text={files.whole}
        what={t("file")}
        actions={<DownloadButton text={files.whole} />}
        footer={hidden === 0 ? null : t("more", { count: hidden })}
      />
      <Next plan={plan} />
    </div>
  );
}

/** Where the file belongs and how much is in it. */
export function FileCaption({ count }: { count: number }) {
  const t = useTranslations("cliConfig");
  return (
    <>
      <span className="font-mono">~/.aws/config</span>
      <span role="status">{t("profiles", { count })}</span>
    </>
  );
}

function Next({ plan }: { plan: ConfigPlan }) {
  const t = useTranslations("cliConfig");
  const name = plan.profiles[0]?.name;
  if (name === undefined) return null;
  const commands = `aws sso login --sso-session ${plan.session}\naws sts get-caller-identity --profile ${name}\n`;
  return (
    <TextFigure
      caption={t("next")}
      label={t("command")}
      shown={commands}
      text={commands}
      what={t("command")}
      look="outline"
    />
  );
}
