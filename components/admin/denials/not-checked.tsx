import { useTranslations } from "next-intl";

const ELSEWHERE = ["organisation", "principal", "provider"] as const;

/** Where else a refusal can come from. */
export function NotChecked() {
  const t = useTranslations("denials.notChecked");
  return (
    <section aria-labelledby="not-checked">
      <h2 id="not-checked" className="text-base">
        {t("title")}
      </h2>
      <ul className="mt-1.5 list-disc space-y-1 pl-5 text-soft text-sm marker:text-faint">
        {ELSEWHERE.map((place) => (
          <li key={place}>{t(place)}</li>
        ))}
      </ul>
    </section>
  );
}
