"use client";
import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "../ui/button";

// Of no particular type: to one that is text, browsers add `.txt`.
function download(text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: "application/octet-stream" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = "config";
  link.click();
  URL.revokeObjectURL(url);
}

/** Saves the text as a file `config`, as it is called in `~/.aws`. */
export function DownloadButton({ text }: { text: string }) {
  const t = useTranslations("cliConfig");
  const [isDone, setIsDone] = useState(false);
  const save = () => {
    download(text);
    setIsDone(true);
  };
  return (
    <>
      <Button size="small" onClick={save}>
        <Download aria-hidden className="size-3.5" />
        {t("download")}
      </Button>
      <span role="status" className="sr-only">
        {isDone ? t("downloaded") : ""}
      </span>
    </>
  );
}
