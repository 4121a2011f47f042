const ELSEWHERE = [
  "Service control policies and resource control policies of the organisation",
  "For roles that the portal's own principal assumes: what that principal's own policies and permissions boundary allow",
  "Whether the IAM identity provider exists, lists this audience, and knows the key that signed",
] as const;

/** Where else a refusal can come from. */
export function NotChecked() {
  return (
    <section aria-labelledby="not-checked">
      <h2 id="not-checked" className="text-base">
        What was not checked
      </h2>
      <ul className="mt-1.5 list-disc space-y-1 pl-5 text-soft text-sm marker:text-faint">
        {ELSEWHERE.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
