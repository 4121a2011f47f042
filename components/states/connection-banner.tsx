import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { holdBack } from "./hold-back";
import { useConnection } from "./use-connection";

/** At the lower edge, over the page: nothing moves when the connection goes, or comes back. */
export function ConnectionBanner() {
  const t = useTranslations("states");
  const state = useConnection();
  const [held, setHeld] = useState(0);
  const isAway = state === "offline" || state === "unreachable";
  useEffect(() => {
    if (!isAway) return setHeld(0);
    return holdBack(() => setHeld((count) => count + 1));
  }, [isAway]);
  const texts = {
    online: null,
    offline: held > 0 ? [t("notSent"), t("offlineText")] : [t("offline"), t("offlineText")],
    unreachable: [t("unreachable"), t("unreachableText")],
    back: [t("back"), ""],
  } as const;
  const shown = texts[state];
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-0 bottom-0 z-60 flex justify-center p-4 print:hidden"
    >
      {shown === null ? null : (
        // Told anew each time that something was held back.
        <p
          key={held}
          className="forced-edge pointer-events-auto flex max-w-xl animate-arrive flex-wrap items-baseline gap-x-2 rounded-lg bg-solid px-4 py-2.5 text-on-solid text-sm shadow-float"
        >
          <strong className="font-medium">{shown[0]}</strong>
          <span>{shown[1]}</span>
        </p>
      )}
    </div>
  );
}
