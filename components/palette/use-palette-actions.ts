import { useRouter } from "next/navigation";
import { buildServiceUrl } from "#lib/aws/console-services";
import { LANGUAGE_COOKIE } from "#lib/i18n/languages";
import { useConsoleEndpoint } from "../console/console-endpoint";
import { saveRecentPlace } from "../console/recent-places";
import { applyTheme } from "../shell/apply-theme";
import { rememberChoice } from "../shell/remember-choice";
import { openConsole } from "./open-console";
import type { PaletteItem } from "./palette-item";
import { hasConsole, type PaletteRole, partitionOf } from "./palette-roles";
import type { Draft } from "./palette-step";
import { postForm } from "./post-form";

type Goal = Draft & { readonly role: PaletteRole };

/** What an item and the steps before it say together; null when no role is among it. */
function goalOf(item: PaletteItem, draft: Draft): Goal | null {
  const role = item.kind === "role" ? item.role : draft.role;
  if (role === null) return null;
  const again = item.kind === "role" && item.asLast ? item.role.last?.region : null;
  const region = item.kind === "region" ? item.region.code : (draft.region ?? again ?? null);
  return { role, region, place: item.kind === "place" ? item.place : draft.place };
}

/** Again no longer than the role allows by now. */
const durationOf = (item: PaletteItem): number | null => {
  if (item.kind !== "role" || !item.asLast) return null;
  const seconds = item.role.last?.durationSeconds ?? null;
  return seconds === null ? null : Math.min(seconds, item.role.role.maxDurationSeconds);
};

/** What is about the portal and no role. */
function usePortalActions() {
  const router = useRouter();
  return (item: PaletteItem) => {
    if (item.kind === "link") router.push(item.link.href);
    if (item.kind === "theme") applyTheme(item.theme);
    if (item.kind === "sign-out") postForm("/api/sign-out", {}, "_self");
    if (item.kind !== "language") return;
    rememberChoice(LANGUAGE_COOKIE, item.language);
    router.refresh();
  };
}

/** Does what an item stands for. Consoles open within the event that chose it. */
export function usePaletteActions(onCredentials: (role: PaletteRole) => void) {
  const router = useRouter();
  const override = useConsoleEndpoint();
  const runPortal = usePortalActions();
  const open = ({ role, place, region }: Goal, item: PaletteItem) => {
    if (place !== null) saveRecentPlace(place.key);
    const at = { region: region ?? role.account.region, partition: partitionOf(role), override };
    openConsole({
      target: role,
      region,
      destination: place === null ? null : buildServiceUrl({ ...place, ...at }),
      durationSeconds: durationOf(item),
      signOutFirst: item.kind === "console" && item.signOutFirst,
    });
  };
  /** Their key and code are typed on the page for them. */
  const enterIamUser = ({ account, role }: PaletteRole) =>
    router.push(`/iam-user?${new URLSearchParams({ account: account.accountId, role: role.roleName })}`);
  const runCredentials = (item: PaletteItem, draft: Draft): boolean => {
    const goal = goalOf(item, draft);
    if (goal !== null) (hasConsole(goal.role) ? onCredentials : enterIamUser)(goal.role);
    return goal !== null;
  };
  const run = (item: PaletteItem, draft: Draft) => {
    const goal = goalOf(item, draft);
    if (goal === null) return runPortal(item);
    if (item.kind === "credentials" || !hasConsole(goal.role)) return void runCredentials(item, draft);
    open(goal, item);
  };
  return { run, runCredentials };
}
