import type { RecordedRequest } from "../aws/request-log";
import { ADDRESSES } from "./addresses";
import { askStandIn } from "./ask-stand-in";

const REQUESTS = `${ADDRESSES.awsUrl}/__sandbox/requests`;

/** What AWS saw since the last `forgetRequests`. */
export async function listRequests(): Promise<readonly RecordedRequest[]> {
  const response = await askStandIn(REQUESTS);
  return response.json();
}

export async function forgetRequests(): Promise<void> {
  await askStandIn(REQUESTS, { method: "DELETE" });
}
