import { Marked } from "./marked";
import type { Range } from "./search/range";

/** The ranges of a text that lie in a part of it, counted from where that begins. */
function within(ranges: readonly Range[], from: number, to: number): readonly Range[] {
  return ranges
    .map(([start, end]) => [Math.max(start, from) - from, Math.min(end, to) - from] as const)
    .filter(([start, end]) => start < end);
}

/** The role's name with its path, where it has one, held back. */
export function RoleName({ roleName, ranges = [] }: { roleName: string; ranges?: readonly Range[] | undefined }) {
  const nameAt = roleName.lastIndexOf("/") + 1;
  return (
    <>
      {nameAt === 0 ? null : (
        <span className="font-normal text-faint">
          <Marked text={roleName.slice(0, nameAt)} ranges={within(ranges, 0, nameAt)} />
        </span>
      )}
      <Marked text={roleName.slice(nameAt)} ranges={within(ranges, nameAt, roleName.length)} />
    </>
  );
}
