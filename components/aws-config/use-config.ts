import { useDeferredValue, useEffect, useMemo, useState } from "react";
import { type Choices, formatChoices, parseChoices } from "#lib/aws-config/choices";
import { formatConfig } from "#lib/aws-config/format-config";
import { type ConfigOffer, planConfig } from "#lib/aws-config/plan-config";
import { findRememberedQuery, saveRememberedQuery } from "./remembered-choices";

/** Enough to see what the file is like: ten thousand profiles would only make the page slow. */
const SHOWN_PROFILES = 20;

function read(query: string, offer: ConfigOffer): Choices | null {
  const choices = parseChoices(new URLSearchParams(query), offer.defaultSession);
  return choices.ok ? choices.value : null;
}

/** The address says what is chosen, and this device what was chosen last. What neither knows is as by default. */
function useChoices(offer: ConfigOffer, query: string) {
  const [choices, setChoices] = useState(() => read(query, offer) ?? read("", offer));
  useEffect(() => {
    if (query === "") setChoices((first) => read(findRememberedQuery(), offer) ?? first);
  }, [query, offer]);
  const choose = (change: Partial<Choices>) => {
    if (choices === null) return;
    const next = { ...choices, ...change };
    const chosen = formatChoices(next, offer.defaultSession).toString();
    setChoices(next);
    saveRememberedQuery(chosen);
    window.history.replaceState(null, "", chosen === "" ? window.location.pathname : `?${chosen}`);
  };
  return { choices, choose };
}

/** What is chosen, and the file that it makes; the file follows behind what is being typed. */
export function useConfig(offer: ConfigOffer, query: string) {
  const { choices, choose } = useChoices(offer, query);
  const deferred = useDeferredValue(choices);
  const planned = useMemo(() => (deferred === null ? null : planConfig(offer, deferred)), [offer, deferred]);
  const plan = planned?.ok === true ? planned.value : null;
  const files = useMemo(
    () => (plan === null ? null : { whole: formatConfig(plan), shown: formatConfig(plan, SHOWN_PROFILES) }),
    [plan],
  );
  const url = `${offer.portal.url}/api/cli/config`;
  const chosen = choices === null ? "" : formatChoices(choices, offer.defaultSession).toString();
  return {
    choices,
    choose,
    plan,
    files,
    hidden: Math.max(0, (plan?.profiles.length ?? 0) - SHOWN_PROFILES),
    problem: planned?.ok === false ? planned.error : null,
    url: chosen === "" ? url : `${url}?${chosen}`,
  };
}

export type Config = ReturnType<typeof useConfig>;
