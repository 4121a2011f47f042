import { partitionOfRegion } from "#lib/aws/partition";
import { REGIONS } from "#lib/aws/region";

/** The Regions of the partition of `home`, for a select; and `also`, which the list may not have yet. */
export function RegionOptions({ home, also }: { readonly home: string; readonly also: string }) {
  const regions = REGIONS[partitionOfRegion(home)];
  const isListed = also === "" || regions.some(({ code }) => code === also);
  return (
    <>
      {isListed ? null : <option value={also}>{also}</option>}
      {regions.map(({ code, name }) => (
        <option key={code} value={code}>
          {code} · {name}
        </option>
      ))}
    </>
  );
}
