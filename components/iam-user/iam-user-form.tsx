"use client";
import { type FormEvent, lazy, Suspense, useRef } from "react";
import { ProblemView } from "../errors/problem-view";
import { Button } from "../ui/button";
import { Panel } from "../ui/panel";
import { Spinner } from "../ui/spinner";
import { findAccessKeyIdProblem, findDeviceProblem } from "./field-problems";
import { KeyFields } from "./key-fields";
import { SessionFields } from "./session-fields";
import type { SessionOffer } from "./session-offer";
import { findProblems, focusFirstProblem, useKeyInputs } from "./use-key-inputs";
import { useSessionChoices } from "./use-session-choices";
import { useSessionRequest } from "./use-session-request";

const IssuedDialog = lazy(() => import("./issued-dialog").then((module) => ({ default: module.IssuedDialog })));

type IamUserFormProps = { readonly offer: SessionOffer; readonly initialRole: string | null };

/** From a key and a code to credentials. */
export function IamUserForm({ offer, initialRole }: IamUserFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const { choices, ...setters } = useSessionChoices(offer, initialRole);
  const { inputs, round, read, forget } = useKeyInputs();
  const { state, ask, close, setProblems } = useSessionRequest(forget);
  const problems = state.kind === "typing" ? state.problems : {};
  const isAsking = state.kind === "asking";
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isAsking) return;
    const key = read();
    const found = findProblems(choices, key);
    setProblems(found);
    if (Object.keys(found).length > 0) return focusFirstProblem(form.current, found);
    const next = await ask(choices, key);
    if (next.kind === "typing") focusFirstProblem(form.current, next.problems);
  };
  const checkDevice = () => {
    const problem = choices.device === "" ? null : findDeviceProblem(choices.device, choices.role?.partition ?? null);
    const { device: _, ...others } = problems;
    setProblems(problem === null ? others : { ...others, device: problem });
  };
  const checkKeyId = () => {
    const typed = inputs.accessKeyId.current?.value ?? "";
    const problem = typed === "" ? null : findAccessKeyIdProblem(typed);
    const { accessKeyId: _, ...others } = problems;
    setProblems(problem === null ? others : { ...others, accessKeyId: problem });
  };
  const askAgain = (seconds?: number) => {
    if (seconds !== undefined) setters.setSeconds(seconds);
    close();
  };
  return (
    <Panel>
      {/* Fields without names and this method: a form sent before the page's script is there sends nothing anywhere. */}
      <form ref={form} method="dialog" noValidate autoComplete="off" onSubmit={submit} className="flex flex-col">
        <div className="p-4 sm:p-5">
          <SessionFields {...setters} offer={offer} choices={choices} problems={problems} onDeviceLeft={checkDevice} />
        </div>
        <div className="flex flex-col gap-4 border-line border-t p-4 sm:p-5">
          <KeyFields key={round} inputs={inputs} problems={problems} onKeyIdLeft={checkKeyId} />
          {state.kind === "typing" && state.problem !== null ? <ProblemView problem={state.problem} /> : null}
          <div className="flex items-center gap-3">
            <Button ref={button} type="submit" variant="solid" size="large" disabled={isAsking}>
              Get credentials
            </Button>
            {isAsking ? (
              <p role="status" className="flex items-center gap-2 text-sm text-soft">
                <Spinner />
                Asking AWS…
              </p>
            ) : null}
          </div>
        </div>
      </form>
      {state.kind === "issued" ? (
        <Suspense>
          <IssuedDialog
            issued={state.issued}
            clockOffsetMs={state.clockOffsetMs}
            returnFocusTo={button}
            onClose={close}
            onAskAgain={askAgain}
          />
        </Suspense>
      ) : null}
    </Panel>
  );
}
