import { join } from "node:path";
import { buildChildEnvironment } from "../demo/child-environment.mjs";
import { PORTAL_KEYS } from "../demo/iam-users";
import { waitUntilReady } from "../demo/run-demo.mjs";

const root = join(import.meta.dirname, "..", "..");

type Children = ReturnType<typeof import("../demo/children.mjs").createChildren>;

/** Starts the built portal with this configuration and waits until it is ready. Rejects when it ends before that. */
export async function startBuiltPortal(
  children: Children,
  portal: {
    readonly port: number;
    readonly url: string;
    readonly configPath: string;
    readonly onLine?: (line: string) => void;
  },
): Promise<void> {
  const { ended } = children.start({
    name: "the portal",
    args: [join(root, "node_modules/next/dist/bin/next"), "start", "-p", String(portal.port), "-H", "127.0.0.1"],
    env: buildChildEnvironment(process.env, {
      NODE_ENV: "production",
      GATEHOUSE_CONFIG: portal.configPath,
      ...PORTAL_KEYS,
    }),
    ...(portal.onLine === undefined ? {} : { onLine: portal.onLine }),
  });
  await waitUntilReady(`${portal.url}/api/health/ready`, ended);
}
