import type { Marks } from "../search/role-search";
import type { AccountRow, RoleRowItem, Row } from "./build-rows";

const sameMarks = (one: Marks, other: Marks): boolean => one === other || JSON.stringify(one) === JSON.stringify(other);

/** The values that lie in an object themselves; what lies deeper are the directory's own objects. */
function sameValues<T extends object>(one: T, other: T, but: (name: keyof T) => boolean): boolean {
  let count = 0;
  for (const name in one) {
    if (!but(name) && !Object.is(one[name], other[name])) return false;
    count += 1;
  }
  for (const _ in other) count -= 1;
  return count === 0;
}

const isOwn = (name: string) => name === "row" || name === "marks";
const isNone = () => false;

type Shown<R extends Row> = { readonly row: R; readonly marks: Marks };

/** Whether a row would look as it does: each key press makes the rows anew, and most of them stay. */
export const sameRow = <R extends AccountRow | RoleRowItem, T extends Shown<R>>(before: T, after: T): boolean =>
  sameValues<T>(before, after, (name) => isOwn(String(name))) &&
  sameValues<R>(before.row, after.row, isNone) &&
  sameMarks(before.marks, after.marks);
