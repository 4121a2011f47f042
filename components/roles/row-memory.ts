import { createContext } from "react";
import type { SessionChoice } from "../session-options/session-choice";

/** What was set at a row, for when it comes into view again: rows out of sight are not there. */
export type RowMemory = Map<string, { readonly choice: SessionChoice; readonly showsOptions: boolean }>;

export const RowMemoryContext = createContext<RowMemory>(new Map());
