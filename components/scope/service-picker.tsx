"use client";
import { Check, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useState } from "react";
import { READ_ACTIONS } from "#lib/session-policy/read-actions";
import { Button } from "../ui/button";
import { classNames } from "../ui/class-names";
import { Input } from "../ui/field";
import { addServices, OFFERED_SERVICES } from "./service-names";

type ServicePickerProps = {
  readonly id: string;
  readonly chosen: readonly string[];
  /** When the administrator allows only some: these are offered, and no other. */
  readonly allowed: readonly string[] | null;
  readonly onChange: (services: readonly string[]) => void;
};

/** Common services to press, any other to type. */
export function ServicePicker({ id, chosen, allowed, onChange }: ServicePickerProps) {
  const t = useTranslations("scope");
  const offered = allowed ?? OFFERED_SERVICES;
  const further = chosen.filter((service) => !offered.includes(service));
  const toggle = (service: string) =>
    onChange(chosen.includes(service) ? chosen.filter((one) => one !== service) : [...chosen, service]);
  return (
    <div className="flex flex-col gap-2">
      <fieldset className="flex flex-wrap gap-1.5">
        <legend className="sr-only">{t("servicesLabel")}</legend>
        {offered.map((service) => (
          <Chip key={service} service={service} isOn={chosen.includes(service)} onToggle={() => toggle(service)} />
        ))}
        {further.map((service) => (
          <Chip key={service} service={service} isOn isRemovable onToggle={() => toggle(service)} />
        ))}
      </fieldset>
      {allowed === null ? <AddService id={id} chosen={chosen} onChange={onChange} /> : null}
    </div>
  );
}

type ChipProps = {
  readonly service: string;
  readonly isOn: boolean;
  /** Goes away when it is switched off, since it was typed. */
  readonly isRemovable?: boolean;
  readonly onToggle: () => void;
};

function Chip({ service, isOn, isRemovable = false, onToggle }: ChipProps) {
  const t = useTranslations("scope");
  const Icon = isRemovable ? X : Check;
  return (
    <button
      type="button"
      aria-pressed={isOn}
      onClick={onToggle}
      className={classNames(
        "forced-edge inline-flex h-6 items-center gap-1 rounded-full border px-2 font-mono text-xs transition-colors pointer-coarse:h-9 pointer-coarse:px-3",
        isOn
          ? "border-transparent bg-accent-soft text-accent"
          : "border-edge bg-surface text-soft hover:bg-hover hover:text-ink",
      )}
    >
      {isOn ? <Icon aria-hidden className="size-3" /> : null}
      {service}
      {isRemovable ? <span className="sr-only"> {t("remove")}</span> : null}
    </button>
  );
}

function AddService({ id, chosen, onChange }: Omit<ServicePickerProps, "allowed">) {
  const t = useTranslations("scope");
  const [typed, setTyped] = useState("");
  const [message, setMessage] = useState<string | null>(null);
  const add = () => {
    const added = addServices(chosen, typed);
    setMessage(added.ok ? null : t(added.key, added.values));
    if (!added.ok) return;
    onChange(added.services);
    setTyped("");
  };
  const addOnEnter = (event: KeyboardEvent) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    add();
  };
  return (
    <div>
      <div className="flex max-w-72 gap-1.5">
        <Input
          id={`${id}-add`}
          list={`${id}-known`}
          aria-label={t("another")}
          aria-invalid={message !== null}
          aria-describedby={`${id}-add-problem`}
          placeholder={t("anotherPlaceholder")}
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={addOnEnter}
        />
        <Button onClick={add} aria-label={t("addService")}>
          {t("add")}
        </Button>
      </div>
      <datalist id={`${id}-known`}>
        {Object.keys(READ_ACTIONS).map((service) => (
          <option key={service} value={service} />
        ))}
      </datalist>
      <p id={`${id}-add-problem`} role="status" className={message === null ? "sr-only" : "mt-1 text-danger text-xs"}>
        {message}
      </p>
    </div>
  );
}
