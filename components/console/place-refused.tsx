import { useTranslations } from "next-intl";
import { ButtonLink } from "../ui/button";
import { buildGoPath } from "./go-address";
import { RefusedPage } from "./link-refused";

type PlaceRefusedProps = {
  readonly portalName: string;
  readonly problem:
    | "too_long"
    | "unclear"
    | "no_address"
    | "not_https"
    | "other_partition"
    | "other_site"
    | "region_not_in_partition";
  readonly asked: { readonly account: string; readonly role: string };
  /** What the link wrote, as text. */
  readonly place: string;
};

/** A link to a role that the person holds, and to a page or a Region that it is not for. The role itself is still offered. */
export function PlaceRefused({ portalName, problem, asked, place }: PlaceRefusedProps) {
  const t = useTranslations("go");
  const isRegion = problem === "region_not_in_partition";
  return (
    <RefusedPage
      portalName={portalName}
      icon="elsewhere"
      title={isRegion ? t("regionRefused") : t("destinationRefused")}
      actions={
        <ButtonLink href={buildGoPath(asked)} variant="solid">
          {t("withoutPlace")}
        </ButtonLink>
      }
    >
      <p className="text-soft">{t(`problem.${problem}`)}</p>
      <p className="rounded-md bg-sunken px-3 py-2.5 font-mono text-xs leading-5 [overflow-wrap:anywhere]">
        <bdi>{place}</bdi>
      </p>
      <p className="text-sm text-soft">{t("nothingOpened")}</p>
    </RefusedPage>
  );
}
