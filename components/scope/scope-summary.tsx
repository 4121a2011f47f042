import { useTranslations } from "next-intl";
import { Badge } from "../ui/badge";
import { useScopePart } from "./use-phrase";

/** What narrows a session, in one line. `presets` are the words of `describeScope`; nothing stands for the whole role. */
export function ScopeSummary({ presets }: { readonly presets: readonly string[] }) {
  const t = useTranslations("scope");
  const say = useScopePart();
  if (presets.length === 0) return null;
  return (
    <ul aria-label={t("narrowed")} className="flex min-w-0 flex-wrap gap-1.5">
      {presets.map(say).map((words) => (
        <li key={words} className="flex min-w-0">
          <Badge tone="accent">{words}</Badge>
        </li>
      ))}
    </ul>
  );
}
