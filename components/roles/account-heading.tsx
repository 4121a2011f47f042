import { Badge } from "../ui/badge";
import { ENVIRONMENT_LABEL, environmentTone } from "./environment";
import type { RoleView } from "./role-view";

const SHOWN_LABELS = 4;

export function EnvironmentBadge({ labels }: { labels: RoleView["labels"] }) {
  const environment = labels[ENVIRONMENT_LABEL];
  return environment === undefined ? null : <Badge tone={environmentTone(environment)}>{environment}</Badge>;
}

/** Name, id, environment; then Region and the other labels, which say less. */
export function AccountHeading({ account, headingId }: { account: RoleView; headingId: string }) {
  const labels = Object.entries(account.labels).filter(([name]) => name !== ENVIRONMENT_LABEL);
  return (
    <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1 border-line border-b bg-sunken px-4 py-2">
      <h2 id={headingId} className="min-w-0 truncate text-base">
        {account.accountName}
      </h2>
      <EnvironmentBadge labels={account.labels} />
      <span className="select-all font-mono text-soft text-xs tabular-nums">{account.accountId}</span>
      <span className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1 text-soft text-xs sm:ml-auto">
        {labels.slice(0, SHOWN_LABELS).map(([name, value]) => (
          <span key={name} className="max-w-52 truncate">
            <span className="text-faint">{name}</span> {value}
          </span>
        ))}
        {labels.length > SHOWN_LABELS ? <span className="text-faint">+{labels.length - SHOWN_LABELS}</span> : null}
        <span className="font-mono tabular-nums">{account.region}</span>
      </span>
    </div>
  );
}
