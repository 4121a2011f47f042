import { useState } from "react";
import { parseMfaDevice } from "#lib/aws/mfa";
import type { Partition } from "#lib/aws/partition";
import type { Scope } from "#lib/session-policy/scope";
import type { OfferedDuration, OfferedRole, SessionOffer } from "./session-offer";

/** What the session is to be, before any key is typed. */
export type SessionChoices = {
  /** Null: the IAM user itself. */
  readonly role: OfferedRole | null;
  readonly device: string;
  /** Empty unless the role asks for one. */
  readonly reason: string;
  readonly typedReason: string;
  /** What is taken away from the role; nothing without one. */
  readonly scope: Scope;
  readonly partition: Partition;
  /** What the partition follows from, when it is not chosen. */
  readonly partitionFrom: "role" | "device" | null;
  readonly region: string;
  readonly duration: OfferedDuration;
  readonly durationSeconds: number;
};

export const roleKey = ({ accountId, roleName }: { accountId: string; roleName: string }) => `${accountId}/${roleName}`;

function partitionOfDevice(text: string): Partition | null {
  const device = parseMfaDevice(text);
  return device.ok ? device.value.partition : null;
}

/** A duration that was chosen is kept when it fits what is chosen next. */
const clampTo = (seconds: number | null, { defaultSeconds, maxSeconds }: OfferedDuration) =>
  seconds === null ? defaultSeconds : Math.min(seconds, maxSeconds);

export function useSessionChoices(offer: SessionOffer, initialRole: string | null) {
  const [chosenRole, setChosenRole] = useState(initialRole ?? "");
  const [scope, setScope] = useState<Scope>({});
  const [reason, setReason] = useState("");
  const [device, setDevice] = useState("");
  const [chosenPartition, setPartition] = useState(offer.partition);
  const [chosenSeconds, setSeconds] = useState<number | null>(null);
  const role = offer.roles.find((candidate) => roleKey(candidate) === chosenRole) ?? null;
  const ofDevice = partitionOfDevice(device);
  const partition = role?.partition ?? ofDevice ?? chosenPartition;
  const duration = role ?? offer.user;
  const choices: SessionChoices = {
    role,
    device,
    reason: role?.reason ? reason.trim() : "",
    typedReason: reason,
    scope: role === null ? {} : scope,
    partition,
    partitionFrom: role !== null ? "role" : ofDevice !== null ? "device" : null,
    region: role?.region ?? offer.partitions.find(({ id }) => id === partition)?.region ?? "us-east-1",
    duration,
    durationSeconds: clampTo(chosenSeconds, duration),
  };
  // What was chosen for one role may not even be possible for another.
  const setRole = (key: string) => {
    setChosenRole(key);
    setScope({});
  };
  return { choices, setRole, setScope, setReason, setDevice, setPartition, setSeconds };
}

export type ChoiceSetters = Omit<ReturnType<typeof useSessionChoices>, "choices">;
