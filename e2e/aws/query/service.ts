import { isRefusal, type Refusal, refuse } from "../refusal";
import type { Sandbox } from "../sandbox";
import type { Action, Call } from "./call";
import { formatError, formatSuccess } from "./xml";

/** One API: what it answers, and how it says no. */
export type Service = {
  /** The XML of an answer, or a refusal. */
  readonly answer: (call: Call, sandbox: Sandbox) => Promise<string | Refusal>;
  readonly formatError: (refusal: Refusal, requestId: string) => string;
};

export type QueryApi = {
  readonly version: string;
  readonly namespace: string;
  readonly actions: Readonly<Record<string, Action>>;
};

/** A service of the Query protocol: `Action` and `Version` name the operation. */
export function createQueryService(api: QueryApi): Service {
  return {
    answer: async (call, sandbox) => {
      const [name = "", version = ""] = [call.parameters.get("Action"), call.parameters.get("Version")];
      const action = Object.hasOwn(api.actions, name) ? api.actions[name] : undefined;
      if (action === undefined || version !== api.version) {
        return refuse(400, "InvalidAction", `Could not find operation ${name} for version ${version}`);
      }
      const result = await action(call, sandbox);
      return isAnswerRefused(result) ? result : formatSuccess(api.namespace, name, result, call.requestId);
    },
    formatError: (refusal, requestId) => formatError(api.namespace, refusal, requestId),
  };
}

const isAnswerRefused = (result: object): result is Refusal => isRefusal(result);
