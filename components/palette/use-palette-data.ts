import { useCallback, useEffect, useMemo, useState } from "react";
import type { Preferences } from "../preferences/preferences";
import type { RoleView } from "../roles/role-view";
import { buildRoleFinder, listPaletteRoles, type PaletteRole, type RoleFinder } from "./palette-roles";

type Failure = "signed-out" | "unreachable";

type Loaded = {
  readonly accounts: readonly RoleView[];
  readonly preferences: Preferences | null;
  readonly atMs: number;
};

// Each use resolves the roles anew; an older list shows a role too many at worst.
const KEPT_MS = 300_000;

export type PaletteData = {
  readonly accounts: readonly RoleView[];
  /** Null while they are on their way, or did not come. */
  readonly roles: readonly PaletteRole[] | null;
  readonly findRoles: RoleFinder;
  readonly failure: Failure | null;
  readonly retry: () => void;
};

async function ask(path: string, signal: AbortSignal): Promise<Response> {
  return fetch(path, { headers: { accept: "application/json" }, cache: "no-store", redirect: "error", signal });
}

/** Favourites and names are a comfort: without them there are still the roles. */
async function askPreferences(signal: AbortSignal): Promise<Preferences | null> {
  try {
    const response = await ask("/api/preferences", signal);
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}

async function load(known: Loaded | null, signal: AbortSignal): Promise<Loaded | Failure> {
  if (known !== null && Date.now() - known.atMs < KEPT_MS) {
    return { ...known, preferences: (await askPreferences(signal)) ?? known.preferences };
  }
  try {
    const [response, preferences] = await Promise.all([ask("/api/roles", signal), askPreferences(signal)]);
    if (response.status === 401) return "signed-out";
    return response.ok ? { accounts: await response.json(), preferences, atMs: Date.now() } : "unreachable";
  } catch {
    return "unreachable";
  }
}

const NO_ACCOUNTS: readonly RoleView[] = [];
const findNothing: RoleFinder = () => ({ total: 0, found: [] });

/** The person's roles: asked for when the palette opens. What came the last time is shown until the answer is there. */
export function usePaletteData(isOpen: boolean): PaletteData {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [turn, setTurn] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once each time it opens, and for another attempt.
  useEffect(() => {
    if (!isOpen) return;
    const abort = new AbortController();
    void load(loaded, abort.signal).then((answer) => {
      if (abort.signal.aborted) return;
      setFailure(typeof answer === "string" ? answer : null);
      if (typeof answer !== "string") setLoaded(answer);
    });
    return () => abort.abort();
  }, [isOpen, turn]);
  const retry = useCallback(() => {
    setFailure(null);
    setTurn((count) => count + 1);
  }, []);
  const roles = useMemo(
    () => (loaded === null ? null : listPaletteRoles(loaded.accounts, loaded.preferences)),
    [loaded],
  );
  const findRoles = useMemo(() => (roles === null ? findNothing : buildRoleFinder(roles)), [roles]);
  // What came before is of no use to somebody who is signed out.
  const isUsable = failure !== "signed-out";
  return { accounts: loaded?.accounts ?? NO_ACCOUNTS, roles: isUsable ? roles : null, findRoles, failure, retry };
}
