import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { Problem } from "../errors/problem";
import type { LeasableRole, LeaseOffer } from "./lease";
import { type LeaseRequest, type MadeLease, requestLease } from "./request-lease";

type FieldName = "role" | "name" | "reason";
type FieldProblems = Partial<Readonly<Record<FieldName, string>>>;

/** Where a refusal belongs that is about one field. */
const FIELD_OF: Readonly<Record<string, FieldName>> = {
  role_not_granted: "role",
  lease_unsuited: "role",
  reason_required: "reason",
  reason_characters: "reason",
  reason_mismatch: "reason",
};

const sentences = ({ title, message, hint }: Problem) =>
  [title, message, hint ?? ""]
    .filter((part) => part !== "")
    .map((part) => part.replace(/\.?$/, "."))
    .join(" ");

const focusField = (form: HTMLFormElement | null, problems: FieldProblems) => {
  const [first] = Object.keys(problems);
  form?.querySelector<HTMLElement>(`[data-field="${first}"]`)?.focus();
};

/** What was chosen and typed. */
function useFields() {
  const [role, setRole] = useState<LeasableRole | null>(null);
  const [name, setName] = useState("");
  const [reason, setReason] = useState("");
  /** Null: as long as it may be, which is less by the minute where the sign-in ends it. */
  const [life, setLife] = useState<number | null>(null);
  const [isReadOnly, setIsReadOnly] = useState(false);
  return { role, setRole, name, setName, reason, setReason, life, setLife, isReadOnly, setIsReadOnly };
}

type Fields = ReturnType<typeof useFields>;

function toRequest({ name, reason, life, isReadOnly }: Fields, role: LeasableRole, longest: number): LeaseRequest {
  const { accountId, roleName } = role;
  const given = role.reason === undefined || reason.trim() === "" ? {} : { reason: reason.trim() };
  const narrowed = isReadOnly ? { scope: { readOnly: true } as const } : {};
  return { accountId, roleName, name: name.trim(), durationSeconds: life ?? longest, ...given, ...narrowed };
}

/** The lease that was made is here until its dialog closes, or the page is left, before the browser can keep a picture of it for "back". */
function useMade() {
  const [made, setMade] = useState<MadeLease | null>(null);
  useEffect(() => {
    const forget = () => flushSync(() => setMade(null));
    window.addEventListener("pagehide", forget);
    return () => window.removeEventListener("pagehide", forget);
  }, []);
  return [made, setMade] as const;
}

function useMissing() {
  const t = useTranslations("leases.missing");
  return ({ role, name, reason }: Fields): FieldProblems => ({
    ...(role === null ? { role: t("role") } : {}),
    ...(role?.reason?.required && reason.trim() === "" ? { reason: t("reason", { label: role.reason.label }) } : {}),
    ...(name.trim() === "" ? { name: t("name") } : {}),
  });
}

export function useLeaseForm(offer: LeaseOffer) {
  const router = useRouter();
  const fields = useFields();
  const findMissing = useMissing();
  const [made, setMade] = useMade();
  const [isAsking, setIsAsking] = useState(false);
  const [problems, setProblems] = useState<FieldProblems>({});
  const [problem, setProblem] = useState<Problem | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const refuse = (refused: Problem) => {
    const field = FIELD_OF[refused.code];
    if (field === undefined) return setProblem(refused);
    const found = { [field]: sentences(refused) };
    setProblems(found);
    focusField(form.current, found);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isAsking) return;
    const missing = findMissing(fields);
    setProblems(missing);
    setProblem(null);
    if (fields.role === null || Object.keys(missing).length > 0) return focusField(form.current, missing);
    setIsAsking(true);
    const reply = await requestLease(toRequest(fields, fields.role, offer.maxSeconds), new AbortController().signal);
    setIsAsking(false);
    if (reply.ok) setMade(reply.value);
    else refuse(reply.error);
    // Whatever became of it: the list says so.
    router.refresh();
  };
  const close = () => {
    setMade(null);
    fields.setName("");
    fields.setReason("");
  };
  return { ...fields, form, button, made, isAsking, problems, problem, submit, close };
}

export type LeaseFormState = ReturnType<typeof useLeaseForm>;
