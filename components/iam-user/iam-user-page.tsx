import { useTranslations } from "next-intl";
import { PageHeading } from "../shell/page-heading";
import { IamUserForm } from "./iam-user-form";
import type { SessionOffer } from "./session-offer";

type IamUserPageProps = {
  readonly offer: SessionOffer;
  /** `account id/role name` of a role to begin with; one that is not offered is ignored. */
  readonly initialRole: string | null;
};

/** The page for people who have an IAM user with an MFA device. */
export function IamUserPage({ offer, initialRole }: IamUserPageProps) {
  const t = useTranslations("iamUser");
  return (
    <>
      <PageHeading title={t("title")}>{t("subtitle")}</PageHeading>
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,42rem)_minmax(0,1fr)]">
        <IamUserForm offer={offer} initialRole={initialRole} />
        <WhatHappens />
      </div>
    </>
  );
}

const POINTS = ["once", "what", "record"] as const;

function WhatHappens() {
  const t = useTranslations("iamUser.points");
  return (
    <dl className="flex flex-col gap-4 text-sm lg:pt-1">
      {POINTS.map((point) => (
        <div key={point} className="max-w-prose">
          <dt className="font-medium">{t(`${point}.title`)}</dt>
          <dd className="mt-0.5 text-soft">{t(`${point}.text`)}</dd>
        </div>
      ))}
    </dl>
  );
}
