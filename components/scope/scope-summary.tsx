import { Badge } from "../ui/badge";

/** What narrows a session, in one line. `presets` are the words of `describeScope`; nothing stands for the whole role. */
export function ScopeSummary({ presets }: { readonly presets: readonly string[] }) {
  if (presets.length === 0) return null;
  return (
    <ul aria-label="This session is narrowed" className="flex min-w-0 flex-wrap gap-1.5">
      {presets.map((words) => (
        <li key={words} className="flex min-w-0">
          <Badge tone="accent">{words}</Badge>
        </li>
      ))}
    </ul>
  );
}
