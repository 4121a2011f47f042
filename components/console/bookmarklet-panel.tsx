"use client";
import { Bookmark } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useMemo, useRef, useState } from "react";
import { buttonClass } from "../ui/button";
import { CopyButton } from "../ui/copy-button";
import { Panel } from "../ui/panel";
import { buildBookmarklet } from "./bookmarklet";

/**
 * The bookmark to drag. Its address is set by script: React refuses to write a `javascript:` one, and the portal's Content
 * Security Policy lets none run here; it is for pages of the AWS console.
 */
export function Bookmarklet({ portalName, portalUrl }: { portalName: string; portalUrl: string }) {
  const t = useTranslations("go");
  const code = useMemo(() => buildBookmarklet(portalUrl), [portalUrl]);
  const link = useRef<HTMLAnchorElement>(null);
  const [wasClicked, setWasClicked] = useState(false);
  useEffect(() => {
    const anchor = link.current;
    const explain = (event: Event) => {
      event.preventDefault();
      setWasClicked(true);
    };
    anchor?.setAttribute("href", code);
    anchor?.addEventListener("click", explain);
    return () => anchor?.removeEventListener("click", explain);
  }, [code]);
  return (
    <Panel className="flex flex-col gap-3 rounded-xl px-5 py-4">
      <div>
        <h2 className="text-base">{t("bookmarkTitle")}</h2>
        <p className="text-sm text-soft">{t("bookmarkLead")}</p>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <a ref={link} href="#bookmark" className={buttonClass({ variant: "solid" })}>
          <Bookmark aria-hidden className="size-3.5 opacity-70" />
          {t("bookmarkName", { portalName })}
        </a>
        <CopyButton text={code} what={t("bookmarkWhat")} label={t("bookmarkCopy")} />
      </div>
      <p role="status" className="text-sm empty:hidden">
        {wasClicked ? t("dragMe") : null}
      </p>
      <p className="text-faint text-xs">{t("bookmarkReads")}</p>
    </Panel>
  );
}
