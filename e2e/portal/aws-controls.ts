import { ADDRESSES } from "./addresses";
import { askStandIn } from "./ask-stand-in";

async function order(method: string, path: string, body?: object, awsUrl = ADDRESSES.awsUrl): Promise<void> {
  const init = body === undefined ? {} : { body: JSON.stringify(body) };
  const response = await askStandIn(`${awsUrl}/__sandbox/${path}`, { method, ...init });
  if (!response.ok) throw new Error(`the stand-in refused: ${await response.text()}`);
}

export type RoleOrder = {
  readonly roleArn: string;
  readonly trustPolicy?: object;
  /** The role's identity policy. */
  readonly permissions?: object;
  readonly maxSessionDurationSeconds?: number;
};

/** Changes a role in AWS, as its account's administrator would, until `resetAws`. Throws on what IAM would not take. */
export const changeRole = (role: RoleOrder, awsUrl?: string): Promise<void> => order("PUT", "roles", role, awsUrl);

/** STS of these Regions fails in some way, of all others not, until `resetAws`. */
export const breakRegions = (regions: Readonly<Record<string, "refuse" | "hang" | "error">>): Promise<void> =>
  order("PUT", "regions", regions);

/** Roles, Regions, machines, faults and the clock as they were at the start. */
export const resetAws = (awsUrl?: string): Promise<void> => order("POST", "reset", undefined, awsUrl);
