import type { RecordedRequest } from "../aws/request-log";
import { ADDRESSES } from "./addresses";

const REQUESTS = `${ADDRESSES.awsUrl}/__sandbox/requests`;

/** What AWS saw since the last `forgetRequests`. */
export async function listRequests(): Promise<readonly RecordedRequest[]> {
  const response = await fetch(REQUESTS);
  return response.json();
}

export async function forgetRequests(): Promise<void> {
  await fetch(REQUESTS, { method: "DELETE" });
}
