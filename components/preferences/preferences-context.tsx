"use client";
import { createContext, type ReactNode, use, useMemo, useReducer, useRef } from "react";
import { type Change, changePreferences, keyOf, type RoleKey } from "./change-preferences";
import type { Preferences, RolePreference, ViewPreference } from "./preferences";
import { type Failure, sendChange } from "./send-change";

/** A change that was taken back: what it was about (`keyOf` a role, "favourites" or "view"), and why. */
export type PreferenceProblem = Failure & { readonly about: string };

export type PreferencesHandle = {
  readonly preferences: Preferences;
  readonly preferenceOf: (accountId: string, roleName: string) => RolePreference | null;
  readonly setFavourite: (accountId: string, roleName: string, isFavourite: boolean) => void;
  readonly rename: (accountId: string, roleName: string, alias: string | null) => void;
  readonly reorder: (roles: readonly RoleKey[]) => void;
  readonly setView: (change: Partial<ViewPreference>) => void;
  /** Of the last change that was refused or did not arrive, until the next one. */
  readonly problem: PreferenceProblem | null;
};

type State = {
  readonly initial: Preferences;
  readonly kept: Preferences;
  readonly pending: readonly Change[];
  readonly problem: PreferenceProblem | null;
};

type Step = { readonly change: Change; readonly failure?: Failure | null } | { readonly initial: Preferences };

const PreferencesContext = createContext<PreferencesHandle | null>(null);

/** By what a page began with: going back brings that page's old data again, and what was changed on it must not be lost. */
const newer = new WeakMap<Preferences, Preferences>();

const begin = (initial: Preferences): State => ({
  initial,
  kept: newer.get(initial) ?? initial,
  pending: [],
  problem: null,
});

const aboutOf = (change: Change) => (change.kind === "role" ? keyOf(change.role) : change.kind);

function advance(state: State, step: Step): State {
  if ("initial" in step) return { ...begin(step.initial), pending: state.pending };
  const { change, failure } = step;
  if (failure === undefined) return { ...state, pending: [...state.pending, change], problem: null };
  const pending = state.pending.filter((one) => one !== change);
  if (failure !== null) return { ...state, pending, problem: { ...failure, about: aboutOf(change) } };
  return { ...state, pending, kept: changePreferences(state.kept, change) };
}

/** Keeps a person's preferences: shown at once, sent one after the other, taken back when the portal does not keep them. */
export function PreferencesProvider({ initial, children }: { initial: Preferences; children: ReactNode }) {
  const [state, dispatch] = useReducer(advance, initial, begin);
  const queue = useRef(Promise.resolve());
  if (state.initial !== initial) dispatch({ initial });
  const actions = useMemo(() => {
    const change = (one: Change) => {
      dispatch({ change: one });
      queue.current = queue.current.then(async () => {
        const failure = await sendChange(one);
        if (failure === null) newer.set(initial, changePreferences(newer.get(initial) ?? initial, one));
        dispatch({ change: one, failure });
      });
    };
    return {
      setFavourite: (accountId: string, roleName: string, isFavourite: boolean) =>
        change({ kind: "role", role: { accountId, roleName }, isFavourite }),
      rename: (accountId: string, roleName: string, alias: string | null) =>
        change({ kind: "role", role: { accountId, roleName }, alias }),
      reorder: (roles: readonly RoleKey[]) =>
        change({ kind: "favourites", roles: roles.map(({ accountId, roleName }) => ({ accountId, roleName })) }),
      setView: (view: Partial<ViewPreference>) => change({ kind: "view", view }),
    };
  }, [initial]);
  const { kept, pending, problem } = state;
  const handle = useMemo(() => {
    const preferences = pending.reduce(changePreferences, kept);
    const byKey = new Map(preferences.roles.map((role) => [keyOf(role), role]));
    const preferenceOf = (accountId: string, roleName: string) => byKey.get(keyOf({ accountId, roleName })) ?? null;
    return { ...actions, preferences, preferenceOf, problem };
  }, [actions, kept, pending, problem]);
  return <PreferencesContext value={handle}>{children}</PreferencesContext>;
}

export function usePreferences(): PreferencesHandle {
  const handle = use(PreferencesContext);
  if (handle === null) throw new Error("usePreferences needs a PreferencesProvider above it");
  return handle;
}
