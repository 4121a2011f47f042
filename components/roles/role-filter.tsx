"use client";
import { Search } from "lucide-react";
import { classNames } from "../ui/class-names";
import { fieldClass } from "../ui/field";

type RoleFilterProps = {
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly environments: readonly string[];
  readonly environment: string | null;
  readonly onEnvironment: (environment: string | null) => void;
};

// More would wrap into a second block of controls; the text filter finds them all the same.
const MAX_CHIPS = 6;

export function RoleFilter({ query, onQuery, environments, environment, onEnvironment }: RoleFilterProps) {
  return (
    <div className="flex flex-wrap items-center gap-2">
      <div className="relative min-w-0 max-sm:w-full sm:w-80">
        <Search
          aria-hidden
          className="pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-faint"
        />
        <input
          type="search"
          aria-label="Filter by account, role or label"
          placeholder="Filter by account, role or label"
          autoComplete="off"
          spellCheck={false}
          value={query}
          onChange={(event) => onQuery(event.target.value)}
          className={classNames(fieldClass, "pl-8.5")}
        />
      </div>
      {environments.length < 2 ? null : (
        <fieldset className="flex flex-wrap gap-1">
          <legend className="sr-only">Environment</legend>
          {[null, ...environments.slice(0, MAX_CHIPS)].map((name) => (
            <button
              key={name ?? ""}
              type="button"
              aria-pressed={environment === name}
              onClick={() => onEnvironment(name)}
              className={classNames(
                "h-8 rounded-md px-2.5 font-medium text-sm transition-colors pointer-coarse:h-10",
                environment === name ? "bg-hover text-ink ring-1 ring-edge ring-inset" : "text-soft hover:bg-hover",
              )}
            >
              {name ?? "All"}
            </button>
          ))}
        </fieldset>
      )}
    </div>
  );
}
