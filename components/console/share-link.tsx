"use client";
import { useTranslations } from "next-intl";
import { CopyButton } from "../ui/copy-button";
import { buildGoPath, type GoTarget } from "./go-address";

type ShareLinkProps = GoTarget & {
  readonly look?: "solid" | "outline" | "quiet";
};

/** Copies the link to a role, or to one page of the console with it. Whoever follows it needs a role of their own. */
export function ShareLink({ look = "outline", ...target }: ShareLinkProps) {
  const t = useTranslations("go");
  const origin = typeof window === "undefined" ? "" : window.location.origin;
  return <CopyButton text={origin + buildGoPath(target)} what={t("link")} label={t("copyLink")} look={look} />;
}
