"use client";
import { Content, List, Root, Trigger } from "@radix-ui/react-tabs";
import { useTranslations } from "next-intl";
import { lazy, type RefObject, Suspense, useRef } from "react";
import { ProblemView } from "../errors/problem-view";
import { Button } from "../ui/button";
import { Panel } from "../ui/panel";
import { Spinner } from "../ui/spinner";
import { CommandPanel } from "./command-panel";
import { KeyFields } from "./key-fields";
import { SessionFields } from "./session-fields";
import type { SessionOffer } from "./session-offer";
import { useIamUserForm } from "./use-iam-user-form";

const IssuedDialog = lazy(() => import("./issued-dialog").then((module) => ({ default: module.IssuedDialog })));

type IamUserFormProps = { readonly offer: SessionOffer; readonly initialRole: string | null };

/** From a key and a code to credentials; or to a command that does the same where the key is already. */
export function IamUserForm({ offer, initialRole }: IamUserFormProps) {
  const button = useRef<HTMLButtonElement>(null);
  const { way, setWay, form, choices, setters, inputs, round, state, ...act } = useIamUserForm(offer, initialRole);
  const { problems, problem } = state.kind === "typing" ? state : { problems: {}, problem: null };
  return (
    <Panel>
      {/* Fields without names and this method: a form sent before the page's script is there sends nothing anywhere. */}
      <form ref={form} method="dialog" noValidate autoComplete="off" onSubmit={act.submit}>
        <div className="p-4 sm:p-5">
          <SessionFields
            {...setters}
            offer={offer}
            choices={choices}
            problems={problems}
            onDeviceLeft={act.checkDevice}
          />
        </div>
        <Root
          value={way}
          onValueChange={(value) => setWay(value === "command" ? "command" : "page")}
          className="border-line border-t p-4 sm:p-5"
        >
          <WayList />
          {/* Kept while the other one is looked at: nothing that was typed is lost. */}
          <Content value="page" forceMount className="mt-4 flex flex-col gap-4 data-[state=inactive]:hidden">
            <KeyFields round={round} inputs={inputs} problems={problems} onKeyIdLeft={act.checkKeyId} />
            {problem === null ? null : <ProblemView problem={problem} />}
            <SubmitRow button={button} isAsking={state.kind === "asking"} />
          </Content>
          <Content value="command" className="mt-4">
            <CommandPanel offer={offer} choices={choices} />
          </Content>
        </Root>
      </form>
      {state.kind === "issued" ? (
        <Suspense>
          <IssuedDialog {...state} returnFocusTo={button} onClose={act.close} onAskAgain={act.askAgain} />
        </Suspense>
      ) : null}
    </Panel>
  );
}

const WAYS = ["page", "command"] as const;

function WayList() {
  const t = useTranslations("iamUser");
  return (
    <List
      aria-label={t("where")}
      className="grid grid-cols-2 gap-0.5 rounded-md bg-sunken p-0.5 ring-1 ring-line ring-inset"
    >
      {WAYS.map((value) => (
        <Trigger
          key={value}
          value={value}
          className="h-8 truncate rounded-sm px-2 text-sm text-soft hover:text-ink data-[state=active]:bg-surface data-[state=active]:font-medium data-[state=active]:text-ink data-[state=active]:shadow-rise pointer-coarse:h-10"
        >
          {t(`ways.${value}`)}
        </Trigger>
      ))}
    </List>
  );
}

function SubmitRow({ button, isAsking }: { button: RefObject<HTMLButtonElement | null>; isAsking: boolean }) {
  const t = useTranslations("iamUser");
  return (
    <div className="flex items-center gap-3">
      <Button ref={button} type="submit" variant="solid" size="large" aria-disabled={isAsking}>
        {t("get")}
      </Button>
      <p role="status" className="flex items-center gap-2 text-sm text-soft">
        {isAsking ? (
          <>
            <Spinner />
            {t("asking")}
          </>
        ) : null}
      </p>
    </div>
  );
}
