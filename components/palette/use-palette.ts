import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { CONSOLE_SERVICES } from "#lib/aws/console-services";
import { LANGUAGES } from "#lib/i18n/languages";
import { listConsolePlaces } from "../console/console-places";
import { findRecentPlaces } from "../console/recent-places";
import { listGroups } from "./list-groups";
import type { PaletteItem } from "./palette-item";
import { stepAfter, stepInto } from "./palette-move";
import type { PaletteRole } from "./palette-roles";
import { currentStep, FIRST_STEPS, leaveStep, type Steps, typeInto } from "./palette-step";
import { usePaletteActions } from "./use-palette-actions";
import type { PaletteData } from "./use-palette-data";
import { type PalettePages, usePaletteLabels, usePaletteLinks } from "./use-palette-words";

type PaletteParts = {
  readonly data: PaletteData;
  readonly pages: PalettePages;
  readonly onClose: () => void;
  readonly onCredentials: (role: PaletteRole) => void;
};

/** Whether the item can be looked further into before anything is done. */
export type Palette = ReturnType<typeof usePalette>;

function useGroups(steps: Steps, { data, pages }: PaletteParts) {
  const pageName = useTranslations("services.pages");
  const labelOf = usePaletteLabels();
  const links = usePaletteLinks(pages);
  const [recentPlaces] = useState(findRecentPlaces);
  const places = useMemo(() => listConsolePlaces(CONSOLE_SERVICES, pageName), [pageName]);
  const { roles, findRoles } = data;
  const step = currentStep(steps);
  const groups = useMemo(
    () => listGroups(step, { roles, findRoles, places, recentPlaces, links, languages: LANGUAGES, labelOf }),
    [step, roles, findRoles, places, recentPlaces, links, labelOf],
  );
  return { step, groups, labelOf };
}

/** What the palette shows and does. */
export function usePalette(parts: PaletteParts) {
  const [steps, setSteps] = useState(FIRST_STEPS);
  const { step, groups, labelOf } = useGroups(steps, parts);
  const { run, runCredentials } = usePaletteActions(parts.onCredentials);
  const items = useMemo(() => new Map(groups.flatMap((group) => group.items).map((item) => [item.id, item])), [groups]);
  const go = (next: Steps | null): boolean => {
    if (next !== null) setSteps(next);
    return next !== null;
  };
  return {
    step,
    groups,
    items,
    labelOf,
    /** Another list has another first item, which is the one that Enter means. */
    key: `${steps.length}${step.kind}${parts.data.roles === null ? "" : "+"}`,
    type: (query: string) => setSteps(typeInto(steps, query)),
    back: () => setSteps(leaveStep(steps)),
    into: (item: PaletteItem | undefined) => item !== undefined && go(stepInto(steps, item)),
    canGoInto: (item: PaletteItem) => stepInto(steps, item) !== null,
    choose: (item: PaletteItem) => {
      if (go(stepAfter(steps, item))) return;
      run(item, step.draft);
      parts.onClose();
    },
    credentials: (item: PaletteItem | undefined) => {
      if (item !== undefined && runCredentials(item, step.draft)) parts.onClose();
    },
  };
}
