import { useTranslations } from "next-intl";
import { BareShell } from "../shell/bare-shell";
import { buttonClass } from "../ui/button";
import { Field, Input } from "../ui/field";
import { Notice } from "../ui/notice";
import { Panel } from "../ui/panel";

type CodeFormProps = {
  readonly portalName: string;
  readonly problem: "device_code_unknown" | "device_codes_locked" | null;
};

/** Asks for the code that stands in the terminal; after too many wrong ones it asks for nothing. */
export function CodeForm({ portalName, problem }: CodeFormProps) {
  const t = useTranslations("device");
  return (
    <BareShell portalName={portalName}>
      <Panel className="w-full max-w-md overflow-hidden rounded-xl">
        <div className="border-line border-b px-5 py-4">
          <h1 className="text-lg">{t("enterTitle")}</h1>
          <p className="text-soft text-sm">{t("enterLead")}</p>
        </div>
        <div className="flex flex-col gap-4 px-5 py-4">
          {problem === null ? null : (
            <Notice
              tone={problem === "device_codes_locked" ? "danger" : "warn"}
              role="alert"
              title={t(`${problem}.title`)}
            >
              {t(`${problem}.body`)}
            </Notice>
          )}
          {problem === "device_codes_locked" ? null : (
            <form method="get" action="/device" className="flex flex-col gap-3">
              <Field id="user_code" label={t("code")} hint={t("codeHint")}>
                <Input
                  id="user_code"
                  name="user_code"
                  required
                  maxLength={20}
                  autoComplete="off"
                  autoCapitalize="characters"
                  spellCheck={false}
                  aria-describedby="user_code-hint"
                  className="h-10 font-mono text-base uppercase tracking-widest"
                />
              </Field>
              <button type="submit" className={buttonClass({ variant: "solid" })}>
                {t("goOn")}
              </button>
            </form>
          )}
        </div>
      </Panel>
    </BareShell>
  );
}
