"use client";
import { X } from "lucide-react";
import { rememberChoice } from "../shell/remember-choice";
import { NOTICE_COOKIE } from "./notice-cookie";

/** Takes the banner away at once, and for the next page through a cookie that the layout reads. */
export function DismissNotice({ id, label }: { id: string; label: string }) {
  return (
    <button
      type="button"
      aria-label={label}
      className="grid size-7 shrink-0 place-items-center rounded-md hover:bg-hover pointer-coarse:size-10"
      onClick={() => {
        rememberChoice(NOTICE_COOKIE, id);
        document.getElementById("notice")?.setAttribute("hidden", "");
        document.getElementById("main")?.focus();
      }}
    >
      <X aria-hidden className="size-4" />
    </button>
  );
}
