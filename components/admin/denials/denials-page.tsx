import { ShieldCheck } from "lucide-react";
import { EmptyState } from "../../ui/empty-state";
import { Panel } from "../../ui/panel";
import { AdminPage } from "../admin-page";
import { DenialRow } from "./denial-row";
import type { DenialItem } from "./denial-view";

const HEADINGS = ["When", "Who", "Role", "Why"] as const;

/** The page `/admin/denials`. */
export function DenialsPage({ denials }: { denials: readonly DenialItem[] }) {
  return (
    <AdminPage
      title="Denials"
      lead="What AWS refused to anybody, newest first, and why: by the role's trust policy as it was last known."
    >
      <Panel className="overflow-hidden">
        {denials.length === 0 ? (
          <EmptyState icon={ShieldCheck} title="AWS has refused nobody">
            When AWS says no to somebody, the request stands here with the statement that failed and the change that
            fixes it.
          </EmptyState>
        ) : (
          <table className="w-full max-md:block">
            <caption className="sr-only">Requests that AWS refused, newest first</caption>
            <thead className="bg-sunken text-left text-faint text-xs max-md:sr-only">
              <tr>
                {HEADINGS.map((heading) => (
                  <th key={heading} scope="col" className="py-2 pr-4 font-medium first:w-44 first:pl-4">
                    {heading}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody className="max-md:block">
              {denials.map((denial) => (
                <DenialRow key={`${denial.requestId} ${denial.at}`} denial={denial} />
              ))}
            </tbody>
          </table>
        )}
      </Panel>
    </AdminPage>
  );
}
