import { useTranslations } from "next-intl";
import type { Partition } from "#lib/aws/partition";
import { REGIONS } from "#lib/aws/region";
import { Button } from "../ui/button";
import { Select } from "../ui/field";

type RegionSelectProps = {
  readonly id: string;
  readonly partition: Partition;
  /** The person's own choice. */
  readonly chosen: string | null;
  /** The administrator's, which cannot be changed here. */
  readonly forced: string | null;
  /** Shown while neither is there. */
  readonly fallback: string;
  readonly onChange: (region: string) => void;
  readonly onDrop: () => void;
};

/** The Region to stay in. An earlier choice that the administrator's rules out can be dropped. */
export function RegionSelect({ id, partition, chosen, forced, fallback, onChange, onDrop }: RegionSelectProps) {
  const t = useTranslations("scope");
  const regions = REGIONS[partition];
  const shown = forced ?? chosen ?? fallback;
  return (
    <div className="flex flex-wrap gap-1.5">
      <Select
        id={id}
        aria-label={t("regionLabel")}
        className="max-w-80 disabled:border-line disabled:text-soft"
        disabled={forced !== null}
        value={shown}
        onChange={(event) => onChange(event.target.value)}
      >
        {regions.some(({ code }) => code === shown) ? null : <option value={shown}>{shown}</option>}
        {regions.map(({ code, name }) => (
          <option key={code} value={code}>
            {code} · {name}
          </option>
        ))}
      </Select>
      {forced === null || chosen === null || chosen === forced ? null : (
        <Button onClick={onDrop}>{t("drop", { region: chosen })}</Button>
      )}
    </div>
  );
}
