"use client";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { CONFIG_COMMANDS, type ShellId } from "#lib/aws-config/curl-commands";
import { Button } from "../ui/button";
import { Select } from "../ui/field";
import { LocalTime } from "../ui/local-time";
import { Notice } from "../ui/notice";
import { Spinner } from "../ui/spinner";
import { type ConfigToken, requestConfigToken } from "./request-config-token";
import { TextFigure } from "./text-figure";
import type { Config } from "./use-config";

type State =
  | { readonly kind: "idle" | "asking" | "failed" | "refused" }
  | { readonly kind: "given"; readonly token: ConfigToken };

/** A token, and the commands that use it. It is kept in this page alone. */
export function CurlPanel({ config }: { config: Config }) {
  const t = useTranslations("cliConfig.curl");
  const [state, setState] = useState<State>({ kind: "idle" });
  const ask = async () => {
    setState({ kind: "asking" });
    const token = await requestConfigToken();
    setState(typeof token === "string" ? { kind: token } : { kind: "given", token });
  };
  return (
    <div className="flex flex-col gap-4">
      <p className="text-sm text-soft">{t("intro")}</p>
      <div className="flex flex-wrap items-center gap-3">
        <Button
          variant={state.kind === "given" ? "outline" : "solid"}
          aria-disabled={state.kind === "asking"}
          onClick={() => (state.kind === "asking" ? undefined : ask())}
        >
          {t(state.kind === "given" ? "another" : "get")}
        </Button>
        <p role="status" className="flex items-center gap-2 text-sm text-soft">
          <Said state={state} />
        </p>
      </div>
      {state.kind === "failed" || state.kind === "refused" ? (
        <Notice tone="danger" role="alert" title={t(state.kind)} />
      ) : null}
      {state.kind === "given" ? (
        <Commands url={config.url} token={state.token.token} />
      ) : (
        <p className="rounded-md border border-line border-dashed px-4 py-8 text-center text-faint text-sm">
          {t("waiting")}
        </p>
      )}
    </div>
  );
}

function Said({ state }: { state: State }) {
  const t = useTranslations("cliConfig.curl");
  if (state.kind === "given")
    return (
      <span>
        {t("ends")} <LocalTime at={state.token.endsAt} />
      </span>
    );
  if (state.kind !== "asking") return null;
  return (
    <>
      <Spinner />
      {t("asking")}
    </>
  );
}

const SHELLS = { posix: "bash, zsh", powershell: "PowerShell" } as const;
const isShell = (text: string): text is ShellId => Object.hasOwn(SHELLS, text);

const COMMANDS = [
  { id: "update", title: "update", text: "updateText", what: "copyUpdate" },
  { id: "first", title: "first", text: "firstText", what: "copyFirst" },
] as const;

function Commands({ url, token }: { url: string; token: string }) {
  const t = useTranslations("cliConfig.curl");
  const id = useId();
  const [shell, setShell] = useState<ShellId>("posix");
  return (
    <>
      <div className="flex items-center gap-2">
        <label htmlFor={id} className="font-medium text-soft text-xs">
          {t("shell")}
        </label>
        <Select
          id={id}
          className="max-w-44"
          value={shell}
          onChange={(event) => (isShell(event.target.value) ? setShell(event.target.value) : undefined)}
        >
          {Object.entries(SHELLS).map(([key, name]) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </Select>
      </div>
      {COMMANDS.map(({ id: kind, title, text, what }) => (
        <section key={kind} aria-labelledby={`${id}-${kind}`} className="flex flex-col gap-1.5">
          <h3 id={`${id}-${kind}`} className="text-sm">
            {t(title)}
          </h3>
          <p className="text-soft text-xs">{t(text)}</p>
          <TextFigure
            caption={SHELLS[shell]}
            label={t(what)}
            shown={CONFIG_COMMANDS[shell][kind]({ url, token })}
            text={CONFIG_COMMANDS[shell][kind]({ url, token })}
            what={t(what)}
          />
        </section>
      ))}
    </>
  );
}
