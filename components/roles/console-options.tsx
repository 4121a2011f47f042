import { partitionOfRegion } from "#lib/aws/partition";
import { REGIONS } from "#lib/aws/region";
import { Checkbox, Field, Input, Select } from "../ui/field";

/** Fields of the row's console form, outside of it by `form`: the row keeps its layout. Rendered when asked for. */
export function ConsoleOptions({ formId, region }: { formId: string; region: string }) {
  const regions = REGIONS[partitionOfRegion(region)];
  const isListed = regions.some(({ code }) => code === region);
  return (
    <fieldset className="grid min-w-0 gap-x-4 gap-y-3 sm:grid-cols-2 lg:grid-cols-[15rem_minmax(0,1fr)_auto]">
      <legend className="sr-only">Console</legend>
      <Field id={`${formId}-region`} label="Region">
        <Select id={`${formId}-region`} form={formId} name="region" defaultValue={region}>
          {isListed ? null : <option value={region}>{region}</option>}
          {regions.map(({ code, name }) => (
            <option key={code} value={code}>
              {code} · {name}
            </option>
          ))}
        </Select>
      </Field>
      <Field id={`${formId}-destination`} label="Page to open">
        <Input
          id={`${formId}-destination`}
          form={formId}
          name="destination"
          type="url"
          autoComplete="off"
          spellCheck={false}
          placeholder="Console home, or paste a console link"
        />
      </Field>
      <div className="flex items-end sm:col-span-2 lg:col-span-1">
        <Checkbox form={formId} name="signOutFirst" value="true" label="Sign out of the last console first" />
      </div>
    </fieldset>
  );
}
