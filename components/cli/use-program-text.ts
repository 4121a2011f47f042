import { useTranslations } from "next-intl";
import type { KnownUserAgent } from "#lib/audit/user-agent";

/** Names the program that asks, as its own requests describe it: "AWS CLI on Linux". */
export function useProgramText(): (program: KnownUserAgent | null) => string {
  const t = useTranslations("device");
  return (program) => {
    const name = program?.browser ?? t("aProgram");
    return program?.system ? t("programOn", { program: name, system: program.system }) : name;
  };
}
