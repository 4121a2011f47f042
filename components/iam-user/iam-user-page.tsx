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
  return (
    <>
      <PageHeading title="IAM user">
        Short-lived credentials for your own IAM user in AWS, confirmed by its MFA device.
      </PageHeading>
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,42rem)_minmax(0,1fr)]">
        <IamUserForm offer={offer} initialRole={initialRole} />
        <WhatHappens />
      </div>
    </>
  );
}

const POINTS = [
  {
    title: "Used once, then forgotten",
    text: "The portal signs one call to AWS with your key. Key and code are not stored, not logged, and leave this page once AWS has accepted them.",
  },
  {
    title: "What you get",
    text: "Your IAM user's own permissions with MFA, or those of a role. For the command line and SDKs: AWS opens no console with a session of a user.",
  },
  {
    title: "On record",
    text: "Your activity shows that you asked, with the access key ID. The secret and the code are in no record.",
  },
] as const;

function WhatHappens() {
  return (
    <dl className="flex flex-col gap-4 text-sm lg:pt-1">
      {POINTS.map(({ title, text }) => (
        <div key={title} className="max-w-prose">
          <dt className="font-medium">{title}</dt>
          <dd className="mt-0.5 text-soft">{text}</dd>
        </div>
      ))}
    </dl>
  );
}
