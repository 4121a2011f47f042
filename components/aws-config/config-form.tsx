"use client";
import { Content, List, Root, Trigger } from "@radix-ui/react-tabs";
import { useTranslations } from "next-intl";
import type { ConfigOffer } from "#lib/aws-config/plan-config";
import { Panel } from "../ui/panel";
import { ChoiceFields } from "./choice-fields";
import { CurlPanel } from "./curl-panel";
import { MergePanel } from "./merge-panel";
import { NewFile } from "./new-file";
import { NoRoleForFile } from "./no-role-for-file";
import { type Config, useConfig } from "./use-config";

/** What the file is to hold, and the three ways to get it. */
export function ConfigForm({ offer, query }: { offer: ConfigOffer; query: string }) {
  const config = useConfig(offer, query);
  return (
    <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,22rem)_minmax(0,1fr)]">
      <ChoiceFields offer={offer} config={config} />
      {config.choices?.roles === "starred" && offer.starred.length === 0 ? (
        <NoRoleForFile kind="starred" />
      ) : (
        <Ways config={config} />
      )}
    </div>
  );
}

const WAYS = ["new", "merge", "curl"] as const;

function Ways({ config }: { config: Config }) {
  const t = useTranslations("cliConfig.ways");
  return (
    <Panel className="min-w-0 p-4 sm:p-5">
      <Root defaultValue="new">
        <List
          aria-label={t("label")}
          className="grid grid-cols-3 gap-0.5 rounded-md bg-sunken p-0.5 ring-1 ring-line ring-inset"
        >
          {WAYS.map((way) => (
            <Trigger
              key={way}
              value={way}
              className="h-8 truncate rounded-sm px-1 text-sm text-soft hover:text-ink data-[state=active]:bg-surface data-[state=active]:font-medium data-[state=active]:text-ink data-[state=active]:shadow-rise pointer-coarse:h-10"
            >
              {t(way)}
            </Trigger>
          ))}
        </List>
        <Content value="new" className="mt-4">
          <NewFile config={config} />
        </Content>
        {/* Kept while another is looked at: a file or a token that is there stays there. */}
        <Content value="merge" forceMount className="mt-4 data-[state=inactive]:hidden">
          <MergePanel config={config} />
        </Content>
        <Content value="curl" forceMount className="mt-4 data-[state=inactive]:hidden">
          <CurlPanel config={config} />
        </Content>
      </Root>
    </Panel>
  );
}
