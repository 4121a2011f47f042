"use client";
import { Close, Content, Description, Portal, Root, Title } from "@radix-ui/react-dialog";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode, RefObject } from "react";
import { buttonClass } from "./button";

type DialogProps = {
  readonly title: ReactNode;
  readonly description: ReactNode;
  readonly onClose: () => void;
  /** Gets the focus back. Radix would take the last focused element, and Safari focuses no button on click. */
  readonly returnFocusTo?: RefObject<HTMLElement | null>;
  readonly children: ReactNode;
};

/**
 * A modal that is open while it is rendered. Radix traps the focus and hides the rest from assistive technology. Its Overlay is
 * not used: that one writes a style element to stop scrolling, which the Content Security Policy refuses.
 */
export function Dialog({ title, description, onClose, returnFocusTo, children }: DialogProps) {
  const t = useTranslations("ui");
  return (
    <Root open onOpenChange={(open) => (open ? undefined : onClose())}>
      <Portal>
        <div data-modal className="fixed inset-0 z-40 flex bg-backdrop sm:p-6">
          <Content
            className="forced-edge m-auto flex max-h-full w-full max-w-4xl animate-arrive flex-col overflow-hidden bg-surface shadow-float outline-none max-sm:h-full sm:rounded-xl"
            onCloseAutoFocus={(event) => {
              if (!returnFocusTo?.current) return;
              event.preventDefault();
              returnFocusTo.current.focus();
            }}
          >
            <header className="flex items-start gap-4 border-line border-b px-4 py-3 sm:px-5">
              <div className="min-w-0 flex-1">
                <Title className="truncate text-lg">{title}</Title>
                <Description asChild>
                  <div className="flex flex-wrap items-center gap-x-2 gap-y-0.5 text-sm text-soft">{description}</div>
                </Description>
              </div>
              <Close className={buttonClass({ variant: "quiet", size: "icon" })}>
                <X aria-hidden className="size-4" />
                <span className="sr-only">{t("close")}</span>
              </Close>
            </header>
            {children}
          </Content>
        </div>
      </Portal>
    </Root>
  );
}
