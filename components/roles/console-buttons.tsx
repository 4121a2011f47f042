import { ArrowUpRight, ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { HiddenSessionFields } from "../session-options/hidden-session-fields";
import { lacksAnswers, type SessionChoice } from "../session-options/session-choice";
import { buttonClass } from "../ui/button";
import { classNames } from "../ui/class-names";
import { isProduction } from "./environment-badge";
import type { RoleItem, RoleView } from "./role-view";

// One element for all rows, which React then passes by.
const OUT = <ArrowUpRight aria-hidden className="size-3.5 text-faint" />;

type ConsoleButtonsProps = {
  readonly formId: string;
  readonly account: RoleView;
  readonly role: RoleItem;
  readonly choice: SessionChoice;
  readonly showsOptions: boolean;
  readonly onToggle: () => void;
};

/**
 * A real form, which works before any script has arrived: the sign-in URL goes from the portal to the new tab and is never
 * seen by this page. `noopener` only: with `noreferrer` browsers send `Origin: null`, which the portal refuses.
 */
export function ConsoleButtons({ formId, account, role, choice, showsOptions, onToggle }: ConsoleButtonsProps) {
  const t = useTranslations("roles");
  const where = { role: role.roleName, account: account.accountName };
  const variant = isProduction(account.environment) ? "danger" : "outline";
  return (
    <div className="flex">
      <form id={formId} method="post" action="/api/console" target="_blank" rel="noopener" className="flex-1">
        <input type="hidden" name="accountId" value={account.accountId} />
        <input type="hidden" name="roleName" value={role.roleName} />
        <HiddenSessionFields formId={formId} role={role} choice={choice} />
        <button
          type="submit"
          data-primary
          className={classNames(buttonClass({ variant }), "w-full rounded-r-none")}
          onClick={(event) => {
            // The fields that it asks for stand among the options; there, the browser itself says what is missing.
            if (showsOptions || !lacksAnswers(role, choice)) return;
            event.preventDefault();
            onToggle();
          }}
        >
          {t("console")}
          {OUT}
          <span className="sr-only"> {t("consoleAs", where)}</span>
        </button>
      </form>
      <button
        type="button"
        aria-expanded={showsOptions}
        aria-controls={showsOptions ? `${formId}-options` : undefined}
        onClick={onToggle}
        className={classNames(buttonClass({ size: "narrow" }), "-ml-px rounded-l-none text-faint")}
      >
        <ChevronDown
          aria-hidden
          className={classNames("size-3.5 transition-transform", showsOptions && "rotate-180")}
        />
        <span className="sr-only">{t("optionsFor", where)}</span>
      </button>
    </div>
  );
}
