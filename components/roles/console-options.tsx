import { useTranslations } from "next-intl";
import { useState } from "react";
import { partitionOfRegion } from "#lib/aws/partition";
import { CONSOLE_HOME, destinationOf } from "../console/console-choice";
import { useConsoleEndpoint } from "../console/console-endpoint";
import { ConsolePagePicker } from "../console/console-page-picker";
import { OtherSession } from "../console/other-session";
import { RegionOptions } from "../console/region-options";
import { ShareLink } from "../console/share-link";
import { Checkbox, Field, Select } from "../ui/field";
import type { AccountRole } from "./role-view";

type ConsoleOptionsProps = AccountRole & { readonly formId: string };

/** Fields of the row's console form, outside of it by `form`: the row keeps its layout. Rendered when asked for. */
export function ConsoleOptions({ formId, account, role }: ConsoleOptionsProps) {
  const t = useTranslations("console");
  const endpoint = useConsoleEndpoint();
  const [region, setRegion] = useState(account.region);
  const [choice, setChoice] = useState(CONSOLE_HOME);
  const destination = destinationOf(choice, region, endpoint);
  return (
    <fieldset className="flex min-w-0 flex-col gap-3">
      <legend className="sr-only">{t("title")}</legend>
      <div className="grid min-w-0 gap-x-4 gap-y-3 sm:grid-cols-2 lg:grid-cols-[15rem_minmax(0,1fr)_auto]">
        <RegionField formId={formId} accountRegion={account.region} region={region} onChange={setRegion} />
        <ConsolePagePicker
          id={`${formId}-destination`}
          formId={formId}
          partition={partitionOfRegion(account.region)}
          choice={choice}
          onChange={setChoice}
        />
        <input type="hidden" form={formId} name="destination" value={destination ?? ""} />
        <div className="flex items-end sm:col-span-2 lg:col-span-1">
          <Checkbox form={formId} name="signOutFirst" value="true" label={t("signOutFirst")} />
        </div>
      </div>
      <OtherSession formId={formId} account={account} role={role} region={region} destination={destination}>
        <ShareLink
          account={account.accountId}
          role={role.roleName}
          region={region === account.region ? null : region}
          destination={destination}
        />
      </OtherSession>
    </fieldset>
  );
}

type RegionFieldProps = {
  readonly formId: string;
  readonly accountRegion: string;
  readonly region: string;
  readonly onChange: (region: string) => void;
};

function RegionField({ formId, accountRegion, region, onChange }: RegionFieldProps) {
  const t = useTranslations("console");
  return (
    <Field id={`${formId}-region`} label={t("region")}>
      <Select
        id={`${formId}-region`}
        form={formId}
        name="region"
        value={region}
        onChange={(event) => onChange(event.target.value)}
      >
        <RegionOptions home={accountRegion} also={accountRegion} />
      </Select>
    </Field>
  );
}
