import { type KeyboardEvent, useMemo, useState } from "react";
import { type ConsoleChoice, choiceText, readConsoleChoice } from "./console-choice";
import { type ConsolePlace, searchConsolePlaces } from "./console-places";
import { findRecentPlaces, saveRecentPlace } from "./recent-places";

const SHOWN = 60;

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** The state of the picker: a combobox whose first match is taken when the field is left (APG, "list autocomplete with automatic selection"). */
export function usePagePicker(
  places: readonly ConsolePlace[],
  choice: ConsoleChoice,
  onChange: (choice: ConsoleChoice) => void,
) {
  const [isOpen, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const [recent, setRecent] = useState(findRecentPlaces);
  // What is chosen already is no search: the whole list is there to choose another.
  const query = choice.kind === "typed" ? choice.text : "";
  const found = useMemo(() => searchConsolePlaces(places, query, { recent, limit: SHOWN }), [places, query, recent]);
  const isShown = isOpen && choice.kind !== "link" && found.length > 0;
  const open = () => {
    setAt(0);
    setOpen(true);
  };
  const pick = (place: ConsolePlace) => {
    saveRecentPlace(place.key);
    setRecent(findRecentPlaces());
    onChange({ kind: "place", place });
    setOpen(false);
  };
  const type = (text: string) => {
    onChange(readConsoleChoice(text));
    open();
  };
  const leave = () => {
    const first = found[at];
    if (choice.kind === "typed" && first !== undefined) pick(first);
    setOpen(false);
  };
  const move = (step: number) => (isShown ? setAt((at + step + found.length) % found.length) : open());
  const takeOrClose = (key: string) => {
    const active = found[at];
    if (key === "Enter" && active !== undefined) pick(active);
    setOpen(false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    const closes = isShown && (event.key === "Enter" || event.key === "Escape");
    if (event.nativeEvent.isComposing || (step === undefined && !closes)) return;
    event.preventDefault();
    if (step === undefined) takeOrClose(event.key);
    else move(step);
  };
  return { text: choiceText(choice), found, recent, at, isShown, open, pick, type, leave, onKeyDown };
}
