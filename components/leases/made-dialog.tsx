"use client";
import { Content, List, Root, Trigger } from "@radix-ui/react-tabs";
import { useTranslations } from "next-intl";
import { type RefObject, useState } from "react";
import { LEASE_PLACES, type LeasePlace } from "#lib/credentials/lease-blocks";
import { Dialog } from "../ui/dialog";
import { Select } from "../ui/field";
import { LocalTime } from "../ui/local-time";
import { Notice } from "../ui/notice";
import { LeaseBlockView } from "./lease-block";
import { LeaseValues } from "./lease-values";
import type { MadeLease } from "./request-lease";

const isPlace = (text: string): text is LeasePlace => Object.hasOwn(LEASE_PLACES, text);
const PLACES = Object.keys(LEASE_PLACES).filter(isPlace);
/** The two values one by one, for forms and vaults that ask for them. */
const TABS = [...PLACES, "values"] as const;
type Tab = (typeof TABS)[number];
const isTab = (text: string): text is Tab => TABS.some((tab) => tab === text);

type MadeDialogProps = {
  readonly made: MadeLease;
  readonly returnFocusTo: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
};

/** The token of a new lease, this once, in the form of each place. Closing forgets it. */
export function MadeDialog({ made, returnFocusTo, onClose }: MadeDialogProps) {
  const t = useTranslations("leases.made");
  const [tab, setTab] = useState<Tab>("docker");
  const choose = (text: string) => (isTab(text) ? setTab(text) : undefined);
  return (
    <Dialog title={made.name} description={<Description made={made} />} onClose={onClose} returnFocusTo={returnFocusTo}>
      <div className="border-line border-b px-4 py-2.5 sm:px-5">
        <Notice tone="warn">{t("once")}</Notice>
      </div>
      <Root
        value={tab}
        onValueChange={choose}
        orientation="vertical"
        className="grid min-h-0 flex-1 max-md:grid-rows-[auto_minmax(0,1fr)] md:grid-cols-[12.5rem_minmax(0,1fr)]"
      >
        <List
          aria-label={t("where")}
          className="flex min-h-0 flex-col gap-px overflow-y-auto border-line border-r bg-sunken p-2 max-md:hidden"
        >
          {TABS.map((one) => (
            <Trigger
              key={one}
              value={one}
              className="truncate rounded-sm px-2.5 py-1 text-left text-sm text-soft -outline-offset-1 hover:text-ink data-[state=active]:bg-surface data-[state=active]:font-medium data-[state=active]:text-ink data-[state=active]:shadow-rise data-[state=active]:ring-1 data-[state=active]:ring-line"
            >
              {t(`places.${one}`)}
            </Trigger>
          ))}
        </List>
        <PlaceSelect tab={tab} onChoose={choose} />
        <Content
          key={tab}
          value={tab}
          className="flex min-h-0 flex-col gap-4 overflow-y-auto p-4 -outline-offset-2 sm:p-5 md:h-[32rem]"
        >
          {tab === "values" ? <LeaseValues made={made} /> : <Place place={tab} made={made} />}
        </Content>
      </Root>
    </Dialog>
  );
}

function Description({ made }: { made: MadeLease }) {
  const t = useTranslations("leases.made");
  return (
    <>
      <span className="truncate">{made.roleName}</span>
      <span>{t("in")}</span>
      <span className="truncate">{made.accountName}</span>
      <span className="text-faint">
        {t("ends")} <LocalTime at={made.expiresAt} />
      </span>
    </>
  );
}

/** On a phone tabs are a list, and the phone has a good one. */
function PlaceSelect({ tab, onChoose }: { tab: Tab; onChoose: (text: string) => void }) {
  const t = useTranslations("leases.made");
  return (
    <div className="border-line border-b bg-sunken px-4 py-2.5 md:hidden">
      <Select aria-label={t("where")} value={tab} onChange={(event) => onChoose(event.target.value)}>
        {TABS.map((one) => (
          <option key={one} value={one}>
            {t(`places.${one}`)}
          </option>
        ))}
      </Select>
    </div>
  );
}

function Place({ place, made }: { place: LeasePlace; made: MadeLease }) {
  const t = useTranslations("leases.made.notes");
  const readsFile = place !== "shell";
  return (
    <>
      {LEASE_PLACES[place].map((id, at) => (
        <LeaseBlockView key={id} id={id} step={LEASE_PLACES[place].length > 1 ? at + 1 : null} made={made} />
      ))}
      <div className="flex max-w-prose flex-col gap-1.5 text-sm text-soft">
        <p>{t(place)}</p>
        {readsFile ? <p>{t("tokenFile")}</p> : null}
      </div>
    </>
  );
}
