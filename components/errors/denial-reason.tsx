import { useTranslations } from "next-intl";
import { CopyButton } from "../ui/copy-button";
import type { Problem } from "./problem";

type DenialReasonProps = Pick<Problem, "explanation" | "administrator" | "hint"> & { readonly adminUrl: string };

/** The way to the whole explanation of a refusal: one's own, or to hand to an administrator. */
export function DenialReason({ explanation, administrator, adminUrl, hint }: DenialReasonProps) {
  const t = useTranslations("ui");
  return (
    <div className="mt-3 flex flex-col items-start gap-2.5 text-sm">
      {explanation || !hint ? null : <p className="text-ink">{hint}</p>}
      {administrator ? (
        <a href={adminUrl} className="rounded-sm font-medium text-accent underline underline-offset-2">
          {t("explainDenial")}
        </a>
      ) : (
        <CopyButton text={adminUrl} what={t("adminLink")} label={t("copyAdminLink")} />
      )}
    </div>
  );
}
