import { createContext } from "react";
import type { SessionChoice } from "../session-options/session-choice";

export type RowState = { readonly choice: SessionChoice; readonly showsOptions: boolean };

/** What was set at a row, for when it comes into view again: rows out of sight are not there. */
export type RowMemory = Map<string, RowState>;

export const RowMemoryContext = createContext<RowMemory>(new Map());
