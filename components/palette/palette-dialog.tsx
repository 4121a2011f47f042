import { Content, Portal, Root, Title } from "@radix-ui/react-dialog";
import { Command } from "cmdk";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, type MouseEvent, type RefObject, useRef } from "react";
import { PaletteFooter } from "./palette-footer";
import { PaletteHeader } from "./palette-header";
import type { PaletteItem } from "./palette-item";
import { PaletteList } from "./palette-list";
import type { PaletteRole } from "./palette-roles";
import { usePalette } from "./use-palette";
import type { PaletteData } from "./use-palette-data";
import type { PalettePages } from "./use-palette-words";

type PaletteDialogProps = {
  readonly data: PaletteData;
  readonly pages: PalettePages;
  readonly button: RefObject<HTMLButtonElement | null>;
  readonly onClose: () => void;
  readonly onCredentials: (role: PaletteRole) => void;
};

/** The item that is meant now: cmdk keeps it in the list itself. */
const selectedIn = (root: HTMLElement, items: ReadonlyMap<string, PaletteItem>): PaletteItem | undefined =>
  items.get(root.querySelector('[cmdk-item][aria-selected="true"]')?.getAttribute("data-value") ?? "");

const isAtEnd = (field: EventTarget) =>
  field instanceof HTMLInputElement &&
  field.selectionStart === field.value.length &&
  field.selectionEnd === field.selectionStart;

export function PaletteDialog(props: PaletteDialogProps) {
  const t = useTranslations("palette");
  const palette = usePalette(props);
  const { step, items } = palette;
  const before = useRef(document.activeElement);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.nativeEvent.isComposing) return;
    const item = selectedIn(event.currentTarget, items);
    const isBack = event.key === "Backspace" && step.query === "" && step.kind !== "root";
    if (isBack) palette.back();
    else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) palette.credentials(item);
    else if (event.key !== "ArrowRight" || !isAtEnd(event.target) || !palette.into(item)) return;
    event.preventDefault();
  };
  /** For hands without a keyboard: the end of a row leads further, as the arrow does. */
  const onClickCapture = (event: MouseEvent) => {
    const more = event.target instanceof Element ? event.target.closest("[data-more]") : null;
    if (more === null) return;
    event.stopPropagation();
    palette.into(items.get(more.closest("[cmdk-item]")?.getAttribute("data-value") ?? ""));
  };
  return (
    <Root open onOpenChange={(open) => (open ? undefined : props.onClose())}>
      <Portal>
        <div data-modal className="fixed inset-0 z-50 flex items-start justify-center bg-backdrop sm:px-6 sm:pt-[10vh]">
          <Content
            aria-describedby={undefined}
            className="forced-edge flex w-full max-w-2xl animate-arrive flex-col overflow-hidden bg-surface shadow-float outline-none max-sm:h-full sm:max-h-[min(32rem,80vh)] sm:rounded-xl"
            onCloseAutoFocus={(event) => {
              event.preventDefault();
              returnFocus(before.current, props.button.current);
            }}
          >
            <Title className="sr-only">{t("title")}</Title>
            <Command
              key={palette.key}
              label={t("title")}
              shouldFilter={false}
              vimBindings={false}
              loop
              onKeyDown={onKeyDown}
              onClickCapture={onClickCapture}
              className="flex min-h-0 flex-1 flex-col outline-none"
            >
              <PaletteHeader step={step} onQuery={palette.type} onBack={palette.back} />
              <PaletteList palette={palette} data={props.data} />
              <PaletteFooter palette={palette} />
            </Command>
          </Content>
        </div>
      </Portal>
    </Root>
  );
}

/** To what had it; to the button where that was nothing, or is gone. */
function returnFocus(before: Element | null, button: HTMLButtonElement | null) {
  const isThere = before instanceof HTMLElement && before !== document.body && before.isConnected;
  (isThere ? before : button)?.focus();
}
