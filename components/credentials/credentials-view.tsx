"use client";
import { Content, List, Root, Trigger } from "@radix-ui/react-tabs";
import { useTranslations } from "next-intl";
import { memo, useState } from "react";
import { FORMATS } from "#lib/credentials/formats";
import { defaultProfileName } from "#lib/credentials/profile-name";
import type { RoleItem } from "../roles/role-view";
import { Select } from "../ui/field";
import { AskingBar, BlockSkeleton } from "./credentials-skeleton";
import { ExpiryBar } from "./expiry-bar";
import { FormatBlock } from "./format-block";
import type { IssuedCredentials } from "./parse-reply";
import { findRememberedTab, saveRememberedTab } from "./remembered-format";
import type { Reveal } from "./reveal-button";
import { SecretValues } from "./secret-values";
import { SessionDetails } from "./session-details";
import { isTabId, TAB_GROUPS, type TabId, VALUES_TAB } from "./tabs";

type CredentialsViewProps = {
  /** Null: on their way. */
  readonly issued: IssuedCredentials | null;
  /** For the sign-in page of the identity provider, which then comes back here. */
  readonly isLeaving?: boolean;
  readonly clockOffsetMs: number;
  readonly role: RoleItem | null;
  readonly onAskAgain: (durationSeconds?: number) => void;
  /** To the form, for a narrower session; null where there is none to go to. */
  readonly onChange: (() => void) | null;
};

/**
 * What was issued, in every format. All of them are made here from the one answer: choosing another asks nobody. The formats are
 * there before the answer is, so that it has little to change when it comes.
 */
export function CredentialsView({ issued, isLeaving = false, ...bar }: CredentialsViewProps) {
  const [tab, setTab] = useState(findRememberedTab);
  const [isRevealed, setIsRevealed] = useState(false);
  // What is asked for again is hidden again.
  if (issued === null && isRevealed) setIsRevealed(false);
  const choose = (text: string) => {
    if (!isTabId(text)) return;
    setTab(text);
    saveRememberedTab(text);
  };
  return (
    <>
      {issued === null ? <AskingBar isLeaving={isLeaving} /> : <ExpiryBar issued={issued} {...bar} />}
      <Root
        value={tab}
        onValueChange={choose}
        orientation="vertical"
        className="grid min-h-0 flex-1 max-md:grid-rows-[auto_minmax(0,1fr)] md:grid-cols-[12.5rem_minmax(0,1fr)]"
      >
        <FormatList />
        <FormatSelect tab={tab} onChoose={choose} />
        <Content
          key={tab}
          value={tab}
          aria-busy={issued === null}
          className="flex min-h-0 flex-col gap-3 overflow-y-auto p-4 -outline-offset-2 sm:p-5 md:h-[29rem]"
        >
          {issued === null ? (
            <BlockSkeleton />
          ) : (
            <Issued issued={issued} tab={tab} isRevealed={isRevealed} onReveal={() => setIsRevealed(!isRevealed)} />
          )}
        </Content>
      </Root>
    </>
  );
}

function Issued({ issued, tab, ...reveal }: Reveal & { readonly issued: IssuedCredentials; readonly tab: TabId }) {
  const { accountId, accountName, roleName, region } = issued;
  const credentials = { ...issued.credentials, expiresAt: new Date(issued.credentials.expiresAt) };
  const input = { credentials, accountId, accountName, roleName, region, profileName: defaultProfileName(issued) };
  return (
    <>
      {tab === VALUES_TAB ? (
        <SecretValues credentials={credentials} {...reveal} />
      ) : (
        <FormatBlock format={FORMATS[tab]} input={input} {...reveal} />
      )}
      <SessionDetails issued={issued} />
    </>
  );
}

const FormatList = memo(function FormatList() {
  const t = useTranslations("credentials");
  return (
    <List
      aria-label={t("format")}
      className="flex min-h-0 flex-col gap-px overflow-y-auto border-line border-r bg-sunken p-2 max-md:hidden"
    >
      {TAB_GROUPS.map(({ group, tabs }) => (
        <div key={group} role="presentation" className="flex flex-col gap-px">
          <span aria-hidden="true" className="px-2.5 pt-2 pb-0.5 font-medium text-2xs text-faint">
            {t(`groups.${group}`)}
          </span>
          {tabs.map(({ id, label }) => (
            <Trigger
              key={id}
              value={id}
              className="truncate rounded-sm px-2.5 py-[0.1875rem] text-left text-sm text-soft -outline-offset-1 hover:text-ink data-[state=active]:bg-surface data-[state=active]:font-medium data-[state=active]:text-ink data-[state=active]:shadow-rise data-[state=active]:ring-1 data-[state=active]:ring-line"
            >
              {label ?? t("values")}
            </Trigger>
          ))}
        </div>
      ))}
    </List>
  );
});

/** On a phone fifteen tabs are a list, and the phone has a good one. */
function FormatSelect({ tab, onChoose }: { tab: string; onChoose: (text: string) => void }) {
  const t = useTranslations("credentials");
  return (
    <div className="border-line border-b bg-sunken px-4 py-2.5 md:hidden">
      <Select aria-label={t("format")} value={tab} onChange={(event) => onChoose(event.target.value)}>
        {TAB_GROUPS.map(({ group, tabs }) => (
          <optgroup key={group} label={t(`groups.${group}`)}>
            {tabs.map(({ id, label }) => (
              <option key={id} value={id}>
                {label ?? t("values")}
              </option>
            ))}
          </optgroup>
        ))}
      </Select>
    </div>
  );
}
