"use client";
import { lazy, Suspense, useEffect, useState } from "react";

const importSwitches = () => import("./switches").then((module) => ({ default: module.Switches }));
const Switches = lazy(importSwitches);

/** Theme and language, which arrive when the menu opens: hardly any visit has a use for them. */
export function AccountChoices({ menuId }: { menuId: string }) {
  const [isAsked, setIsAsked] = useState(false);
  useEffect(() => {
    const menu = document.getElementById(menuId);
    const ask = () => setIsAsked(true);
    if (menu?.matches(":popover-open")) ask();
    menu?.addEventListener("beforetoggle", ask, { once: true });
    return () => menu?.removeEventListener("beforetoggle", ask);
  }, [menuId]);
  return (
    <div className="flex min-h-17 flex-col gap-2 pointer-coarse:min-h-19">
      {isAsked ? (
        <Suspense>
          <Switches />
        </Suspense>
      ) : null}
    </div>
  );
}
