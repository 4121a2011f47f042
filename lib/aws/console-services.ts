import { buildConsoleHost } from "./console-hosts";
import { isInPartition } from "./console-service-partitions";
import { EVERYDAY_SERVICES } from "./console-service-rows";
import { FURTHER_SERVICES } from "./console-service-rows-further";
import { GLOBAL_SERVICES } from "./console-service-rows-global";
import type { Partition } from "./partition";

/** What pages within services show. The words for them are the portal's own, in each language. */
export const CONSOLE_PAGES = [
  ...["accounts", "alarms", "apis", "autoScalingGroups", "bills", "buckets", "budgets", "certificates", "clusters"],
  ...["costExplorer", "dashboards", "databases", "distributions", "elasticIps", "eventBuses", "eventHistory"],
  ...["fleetManager", "functions", "groups", "hostedZones", "identityProviders", "images", "instances", "keyPairs"],
  ...["keys", "launchTemplates", "layers", "liveTail", "loadBalancers", "logGroups", "logsInsights", "metrics"],
  ...["natGateways", "parameters", "policies", "queries", "queues", "repositories", "roles", "routeTables", "rules"],
  ...["savingsPlans", "schedules", "secrets", "securityGroups", "sessionManager", "snapshots", "stackSets", "stacks"],
  ...["stateMachines", "subnets", "subscriptions", "tables", "targetGroups", "taskDefinitions", "topics", "traces"],
  ...["trails", "transitGateways", "users", "volumes", "vpcEndpoints", "vpcs"],
] as const;

export type ConsolePageId = (typeof CONSOLE_PAGES)[number];

export type ConsoleServiceRow = {
  readonly id: string;
  /** As the console's own menu has it. */
  readonly name: string;
  /** From the console's host on. May end in a fragment; the Region is put in front of that. */
  readonly path: string;
  /** What else people type: abbreviations, older names, what it is for. */
  readonly words: string;
  readonly pages?: Readonly<Partial<Record<ConsolePageId, string>>>;
};

export type ConsoleService = Required<ConsoleServiceRow> & {
  /** One console for all Regions. */
  readonly isGlobal: boolean;
};

const toService = (row: ConsoleServiceRow, isGlobal: boolean): ConsoleService => ({ pages: {}, ...row, isGlobal });

/** The services of the AWS console, those in daily use first. */
export const CONSOLE_SERVICES: readonly ConsoleService[] = [
  ...EVERYDAY_SERVICES.map((row) => toService(row, false)),
  ...GLOBAL_SERVICES.map((row) => toService(row, true)),
  ...FURTHER_SERVICES.map((row) => toService(row, false)),
];

export function listConsoleServices(partition: Partition): readonly ConsoleService[] {
  return CONSOLE_SERVICES.filter(({ id }) => isInPartition(id, partition));
}

/** A service's first page, or one within it. */
export type ServicePlace = { readonly service: ConsoleService; readonly page: ConsolePageId | null };

type At = {
  readonly region: string;
  readonly partition: Partition;
  /** `aws.endpoints.console`: instead of the partition's console. */
  readonly override?: string | null | undefined;
};

/** The address of a service in the console of a partition, or of a page within it. The service's first page for a page that it lacks. */
export function buildServiceUrl({ service, page, region, partition, override }: ServicePlace & At): string {
  const path = (page === null ? undefined : service.pages[page]) ?? service.path;
  const base = override ?? `https://${buildConsoleHost(partition, service.isGlobal ? null : region)}`;
  const url = new URL(`${base.replace(/\/$/, "")}${path}`);
  url.searchParams.set("region", region);
  return url.href;
}
