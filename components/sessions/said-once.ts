const KEY = "gatehouse-said";
const MAX_KEPT = 50;

type Store = Pick<Storage, "getItem" | "setItem">;

function readKeys(store: Store): readonly string[] {
  try {
    const kept: unknown = JSON.parse(store.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept.filter((key) => typeof key === "string") : [];
  } catch {
    return [];
  }
}

/** Whether this is the first to say it, of all tabs that share the store. Where nothing can be kept, each is the first. */
export function claim(store: Store, key: string): boolean {
  const keys = readKeys(store);
  if (keys.includes(key)) return false;
  try {
    store.setItem(KEY, JSON.stringify([...keys, key].slice(-MAX_KEPT)));
  } catch {
    // A full or forbidden store: said twice is better than never.
  }
  return true;
}

/** The same, one tab at a time where the browser has locks for that (Web Locks API). */
export async function claimAmongTabs(key: string): Promise<boolean> {
  const take = () => claim(window.localStorage, key);
  return "locks" in navigator ? navigator.locks.request(KEY, take) : take();
}
