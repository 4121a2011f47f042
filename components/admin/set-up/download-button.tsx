"use client";
import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "../../ui/button";

const SOON_MS = 10_000;

/** Saves a text as a file. It is on the page already, so nothing is asked again. */
export function DownloadButton({ text, fileName }: { text: string; fileName: string }) {
  const t = useTranslations("setUp.text");
  const download = () => {
    const href = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
    const link = Object.assign(document.createElement("a"), { href, download: fileName });
    link.click();
    setTimeout(() => URL.revokeObjectURL(href), SOON_MS);
  };
  return (
    <Button size="small" onClick={download}>
      <Download aria-hidden className="size-3.5" />
      <span>{t.rich("download", { file: fileName, hidden: (words) => <span className="sr-only">{words}</span> })}</span>
    </Button>
  );
}
