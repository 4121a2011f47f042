import { buildAddresses } from "../demo/addresses";

const BASE_PORT = Number(process.env.GATEHOUSE_E2E_PORT ?? 4100);

/** How many tests run side by side, each worker with a portal and a sandbox of its own. */
export const WORKERS = 2;

/** Four ports for each worker, and ten further on those of a test's own portal; apart from the demo's, so that both may run. */
export const portOf = (worker: number): number => BASE_PORT + worker * 20;

/** Of the worker that this runs in; of the first one outside of any. */
export const E2E_PORT = portOf(Number(process.env.TEST_PARALLEL_INDEX ?? 0));

export const ADDRESSES = buildAddresses(E2E_PORT);
