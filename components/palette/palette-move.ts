import type { PaletteItem } from "./palette-item";
import { hasConsole } from "./palette-roles";
import { currentStep, enterStep, type Steps } from "./palette-step";

/** Where Enter leads within the palette; null: it does something instead. */
export function stepAfter(steps: Steps, item: PaletteItem): Steps | null {
  const { role } = currentStep(steps).draft;
  if (item.kind === "step") return enterStep(steps, item.to);
  if (item.kind === "place" && role === null) return enterStep(steps, "roles", { place: item.place });
  if (item.kind === "region" && role === null) return enterStep(steps, "roles", { region: item.region.code });
  return null;
}

/** Where the arrow leads that looks further before anything is done; null: nowhere. */
export function stepInto(steps: Steps, item: PaletteItem): Steps | null {
  const { draft } = currentStep(steps);
  if (item.kind === "role") return hasConsole(item.role) ? enterStep(steps, "role", { role: item.role }) : null;
  if (draft.role === null) return stepAfter(steps, item);
  if (item.kind === "place" && draft.region === null && !item.place.service.isGlobal) {
    return enterStep(steps, "regions", { place: item.place });
  }
  if (item.kind === "region" && draft.place === null) return enterStep(steps, "places", { region: item.region.code });
  return stepAfter(steps, item);
}
