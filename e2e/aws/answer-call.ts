import { ec2 } from "./ec2/service";
import { createRecorder, drop, type Exchange, hang, SUCCESS, toOutcome } from "./exchange";
import { applyFault } from "./faults";
import { iam } from "./iam/service";
import type { ServiceName } from "./query/call";
import type { Service } from "./query/service";
import { findScope } from "./query/sigv4";
import { isRefusal, type Refusal, refuse } from "./refusal";
import { s3 } from "./s3/service";
import type { Sandbox } from "./sandbox";
import { sts } from "./sts/service";

const SERVICES: Readonly<Record<ServiceName, Service>> = { sts, iam, ec2, s3 };
/** Of calls that are not signed, or for a service that is not here. */
const BY_VERSION: Readonly<Record<string, ServiceName>> = {
  "2011-06-15": "sts",
  "2010-05-08": "iam",
  "2016-11-15": "ec2",
};

const isServiceName = (name: string): name is ServiceName => Object.hasOwn(SERVICES, name);

/** AWS has a host for each service; here the signature's scope tells, then the API's version. */
function findService({ request, url, parameters }: Exchange): ServiceName {
  const scoped = findScope({ query: url.searchParams, headers: request.headers }).service;
  if (scoped !== null && isServiceName(scoped)) return scoped;
  const version = parameters.get("Version") ?? "";
  return (Object.hasOwn(BY_VERSION, version) ? BY_VERSION[version] : undefined) ?? "sts";
}

/** Answers a call of an API. */
export async function answerCall(sandbox: Sandbox, exchange: Exchange): Promise<void> {
  const { response, requestId, parameters } = exchange;
  const service = findService(exchange);
  const recorder = createRecorder(sandbox, exchange, service);
  const { region, request, url } = exchange;
  const scope = findScope({ query: url.searchParams, headers: request.headers });
  recorder.note({ region: region ?? scope.region ?? undefined });
  const outage = sandbox.outages.find(region);
  if (outage === "hang") return hang(recorder.finish);
  const fault = outage ?? (await applyFault(sandbox.faults.take(exchange.action)));
  if (fault === "drop") return drop(exchange, recorder.finish);
  const call = { service, region, parameters, requestId, http: readHttp(exchange), note: recorder.note };
  const answer = fault ?? (await SERVICES[service].answer(call, sandbox).catch(toFailure));
  const refused = isRefusal(answer);
  recorder.finish(refused ? { ...toOutcome(answer), fault: fault !== null } : SUCCESS);
  response.writeHead(refused ? answer.status : 200, { "Content-Type": "text/xml", "x-amzn-RequestId": requestId });
  response.end(refused ? SERVICES[service].formatError(answer, requestId) : answer);
}

function readHttp({ request, url, body }: Exchange) {
  return {
    method: request.method ?? "",
    path: url.pathname,
    query: url.searchParams,
    headers: request.headers,
    body,
    // A socket for both families writes IPv4 addresses as IPv6 ones.
    sourceIp: (request.socket.remoteAddress ?? "").replace(/^::ffff:/, ""),
  };
}

/** A bug here, or metadata that cannot be fetched: AWS says no more than this, the record says what it was. */
function toFailure(error: unknown): Refusal {
  const detail = error instanceof Error ? error.message : String(error);
  return refuse(500, "InternalFailure", `The stand-in failed: ${detail}`);
}
