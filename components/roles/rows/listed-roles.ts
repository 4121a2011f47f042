import type { Directory } from "../directory/directory";
import type { Marks } from "../search/role-search";
import type { RowOptions } from "./build-rows";

/** What is listed, before lines are made of it. */
export type ListedRoles = {
  readonly directory: Directory;
  /** Places of roles in the directory, in the order of the list. */
  readonly entries: readonly number[];
  readonly options: RowOptions;
  readonly marksOf: (entry: number) => Marks;
};
