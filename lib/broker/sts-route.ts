import "server-only";
import { findFailoverRegion } from "#lib/aws/region";
import type { StsTarget } from "#lib/sts/client";
import type { StsRoute } from "#lib/sts/fail-over";
import type { Portal } from "./portal";

/** STS of a Region: its own endpoint, or the configured one with the Region filled in. */
export function targetOf(portal: Portal, region: string): StsTarget {
  return { region, endpoint: portal.config.aws.endpoints.sts?.replaceAll("{region}", region) };
}

/** Where a call goes, and where when nobody answers there. One configured endpoint for all Regions is the only one. */
export function stsRoute(portal: Portal, region: string): StsRoute {
  const { stsFailover, endpoints } = portal.config.aws;
  const isRegional = endpoints.sts === undefined || endpoints.sts.includes("{region}");
  const other = stsFailover && isRegional ? findFailoverRegion(region) : null;
  return {
    first: targetOf(portal, region),
    other: other === null ? null : targetOf(portal, other),
    nowMs: portal.now().getTime(),
  };
}
