import { ExternalLink, LogOut } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import type { AccountRole } from "../roles/role-view";
import { buttonClass } from "../ui/button";
import { Checkbox } from "../ui/field";
import {
  buildContainerLink,
  CONTAINER_EXTENSION_URL,
  containerColor,
  findContainerChoice,
  hasContainers,
  saveContainerChoice,
} from "./container-link";

type OtherSessionProps = AccountRole & {
  readonly formId: string;
  readonly region: string;
  readonly destination: string | null;
};

const linkClass = "rounded-sm font-medium text-accent underline-offset-2 hover:underline";

/** What to do about a console that is open already: sign out of it, hold both, or keep them apart; and what else is to be pressed there. */
export function OtherSession({ children, ...props }: OtherSessionProps & { children: ReactNode }) {
  const t = useTranslations("console");
  // Rendered on request, so in a browser.
  const [isFirefox] = useState(() => hasContainers(navigator.userAgent));
  return (
    <div className="flex flex-col gap-2 text-soft text-xs">
      <p className="max-w-3xl">
        {t("multiSession")} {isFirefox ? null : `${t("profiles")} `}
        <Link href="/help/console" className={linkClass}>
          {t("multiSessionLink")}
        </Link>
      </p>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <button
          type="submit"
          form={props.formId}
          name="signOutFirst"
          value="true"
          className={buttonClass({ size: "small" })}
        >
          <LogOut aria-hidden className="size-3.5 text-faint" />
          {t("signOutThenOpen")}
        </button>
        {children}
        {isFirefox ? <Containers {...props} /> : null}
      </div>
    </div>
  );
}

function Containers(props: OtherSessionProps) {
  const t = useTranslations("console");
  const [hasExtension, setHasExtension] = useState(findContainerChoice);
  const choose = (chosen: boolean) => {
    saveContainerChoice(chosen);
    setHasExtension(chosen);
  };
  return (
    <>
      {hasExtension ? <ContainerLink {...props} /> : null}
      <span className="inline-flex flex-wrap items-center gap-x-2">
        <Checkbox
          label={t("haveExtension")}
          checked={hasExtension}
          onChange={(event) => choose(event.target.checked)}
        />
        <a href={CONTAINER_EXTENSION_URL} target="_blank" rel="noreferrer" className={linkClass}>
          {t("extensionLink")}
        </a>
      </span>
    </>
  );
}

function ContainerLink({ account, role, region, destination, formId }: OtherSessionProps) {
  const t = useTranslations("console");
  const tone = account.environment?.tone ?? "grey";
  const { accountId, accountName } = account;
  const { origin } = window.location;
  const link = { accountId, accountName, roleName: role.roleName, tone, region, destination, origin };
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1">
      <a
        href={buildContainerLink(link)}
        aria-describedby={`${formId}-container`}
        className={buttonClass({ size: "small" })}
      >
        <ExternalLink aria-hidden className="size-3.5 text-faint" />
        {t("inContainer")}
      </a>
      <span id={`${formId}-container`} className="text-faint">
        {t("inContainerHint", { name: accountName, color: t(`colors.${containerColor(tone)}`) })}
      </span>
    </span>
  );
}
