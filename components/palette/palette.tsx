"use client";
import { type RefObject, useMemo } from "react";
import { useCredentialsDialog } from "../credentials/use-credentials-dialog";
import { createDirectory } from "../roles/directory/directory";
import { firstChoice } from "../session-options/session-choice";
import { PaletteDialog } from "./palette-dialog";
import type { PaletteRole } from "./palette-roles";
import { usePaletteData } from "./use-palette-data";
import type { PalettePages } from "./use-palette-words";

type PaletteProps = {
  readonly isOpen: boolean;
  readonly pages: PalettePages;
  /** In the header: gets the focus when whatever had it is gone. */
  readonly button: RefObject<HTMLButtonElement | null>;
  readonly onClose: () => void;
};

/** Search and commands over every page, and the dialog of credentials that were asked for here. */
export function Palette({ isOpen, pages, button, onClose }: PaletteProps) {
  const data = usePaletteData(isOpen);
  const directory = useMemo(() => createDirectory(data.accounts), [data.accounts]);
  const { openCredentials, dialog } = useCredentialsDialog(directory, null);
  const askCredentials = (target: PaletteRole) => {
    onClose();
    if (button.current !== null) openCredentials(target, button.current, firstChoice(target.role));
  };
  return (
    <>
      {isOpen ? (
        <PaletteDialog data={data} pages={pages} button={button} onClose={onClose} onCredentials={askCredentials} />
      ) : null}
      {dialog}
    </>
  );
}
