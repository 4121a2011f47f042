export type GoTarget = {
  /** Account id or name. */
  readonly account: string;
  /** Empty: whoever follows the link chooses one of their own. */
  readonly role?: string | undefined;
  readonly region?: string | null | undefined;
  /** A page of the AWS console. */
  readonly destination?: string | null | undefined;
};

/** The portal's own address for a role in the console: what people give each other. */
export function buildGoPath({ account, role, region, destination }: GoTarget): string {
  const query = new URLSearchParams({ account });
  if (role) query.set("role", role);
  if (region) query.set("region", region);
  if (destination) query.set("destination", destination);
  return `/go?${query}`;
}
