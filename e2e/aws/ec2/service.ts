import type { Action } from "../query/call";
import type { Service } from "../query/service";
import { escapeXml, formatTree } from "../query/xml";
import { isRefusal, type Refusal, refuse } from "../refusal";
import { describeInstances } from "./describe-instances";
import { terminateInstances } from "./terminate-instances";

const VERSION = "2016-11-15";
const ACTIONS: Readonly<Record<string, Action>> = {
  DescribeInstances: describeInstances,
  TerminateInstances: terminateInstances,
};

/** EC2's dialect of the Query protocol: no `…Result` element, and an envelope of its own for errors. */
export const ec2: Service = {
  answer: async (call, sandbox) => {
    const [name = "", version = ""] = [call.parameters.get("Action"), call.parameters.get("Version")];
    const action = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined;
    if (action === undefined || version !== VERSION) {
      return refuse(400, "InvalidAction", `The action ${name} is not valid for this web service.`);
    }
    const result = await action(call, sandbox);
    if (isAnswerRefused(result)) return translate(result);
    const content = formatTree({ requestId: call.requestId, ...result }, "  ");
    return `<${name}Response xmlns="http://ec2.amazonaws.com/doc/${VERSION}/">\n${content}</${name}Response>\n`;
  },
  formatError: ({ code, message }, requestId) => `<?xml version="1.0" encoding="UTF-8"?>
<Response><Errors><Error><Code>${escapeXml(code)}</Code><Message>${escapeXml(message)}</Message></Error></Errors><RequestID>${requestId}</RequestID></Response>
`,
};

const isAnswerRefused = (result: object): result is Refusal => isRefusal(result);

const AUTH_FAILURE = refuse(401, "AuthFailure", "AWS was not able to validate the provided access credentials");
const OWN_WORDS: Readonly<Record<string, Refusal>> = {
  InvalidClientTokenId: AUTH_FAILURE,
  SignatureDoesNotMatch: AUTH_FAILURE,
  ExpiredToken: refuse(400, "RequestExpired", "Request has expired."),
};

/** EC2 has its own codes for a caller that it does not know. */
const translate = (refusal: Refusal): Refusal => OWN_WORDS[refusal.code] ?? refusal;
