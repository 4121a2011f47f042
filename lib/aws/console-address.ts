const OWN_SESSION = /^https:\/\/(\d{12})-[a-z0-9]{1,50}\.(?=[a-z0-9-]+\.console\.)/;

/**
 * A console address without the session of the browser that it was copied from: `<account>-<random>.<region>.console.…`
 * opens in nobody else's. AWS Management Console, "Signing in to multiple accounts".
 */
export const withoutSessionHost = (address: string): string => address.replace(OWN_SESSION, "https://");

/** The account that such an address belongs to; null for any other address. */
export const accountOfAddress = (address: string): string | null => OWN_SESSION.exec(address)?.[1] ?? null;
