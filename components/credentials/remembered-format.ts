import { isFormatId } from "#lib/credentials/formats";
import { type TabId, VALUES_TAB } from "./tabs";

const KEY = "gatehouse-format";

/** The format chosen last on this device. Only its name is stored, never what it showed. Storage may be switched off. */
export function findRememberedTab(): TabId {
  try {
    const text = localStorage.getItem(KEY) ?? "";
    return isFormatId(text) || text === VALUES_TAB ? text : "bash";
  } catch {
    return "bash";
  }
}

export function saveRememberedTab(tab: TabId): void {
  try {
    localStorage.setItem(KEY, tab);
  } catch {
    // A private window: it is chosen again next time.
  }
}
