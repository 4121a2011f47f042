import { buildAddresses } from "../demo/addresses";

/** Four ports from here on; apart from the demo's, so that both may run. */
export const E2E_PORT = Number(process.env.GATEHOUSE_E2E_PORT ?? 4100);

export const ADDRESSES = buildAddresses(E2E_PORT);
