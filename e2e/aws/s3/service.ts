import type { Service } from "../query/service";
import { escapeXml } from "../query/xml";
import { isRefusal, type Refusal, refuse } from "../refusal";
import { listBuckets } from "./list-buckets";

/** S3 speaks REST; of it there is `GET /`, the list of buckets. */
export const s3: Service = {
  answer: async (call, sandbox) => {
    if (call.http.method !== "GET" || call.http.path !== "/") {
      return refuse(501, "NotImplemented", "A header you provided implies functionality that is not implemented.");
    }
    const answer = listBuckets(call, sandbox);
    return isRefusal(answer) ? translate(answer) : answer;
  },
  formatError: ({ code, message }, requestId) => `<?xml version="1.0" encoding="UTF-8"?>
<Error><Code>${escapeXml(code)}</Code><Message>${escapeXml(message)}</Message><RequestId>${requestId}</RequestId><HostId>stand-in</HostId></Error>
`,
};

const UNKNOWN = refuse(403, "InvalidAccessKeyId", "The AWS Access Key Id you provided does not exist in our records.");
const OWN_WORDS: Readonly<Record<string, Refusal>> = {
  InvalidClientTokenId: UNKNOWN,
  MissingAuthenticationToken: refuse(403, "AccessDenied", "Access Denied"),
  ExpiredToken: refuse(400, "ExpiredToken", "The provided token has expired."),
};

/** S3 has its own codes for a caller that it does not know. */
const translate = (refusal: Refusal): Refusal => OWN_WORDS[refusal.code] ?? refusal;
