import { parseArgs } from "node:util";

const HELP = `npm run demo -- [options]

  --port BASE    the portal's port; the stand-ins take the three that follow (4000)
  --accounts N   an organisation of N accounts with ten roles each
  --fresh        forget the sessions and the activity of earlier runs
  --help         this text`;

/**
 * What the person asked for. Throws an Error whose message is for them on anything else.
 * @param {readonly string[]} args
 * @returns {{ basePort: number, accounts: number | null, fresh: boolean, help: string | null }}
 */
export function parseOptions(args) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: "string", default: "4000" },
      accounts: { type: "string" },
      fresh: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  const basePort = Number(values.port);
  if (!Number.isInteger(basePort) || basePort < 1024 || basePort > 65_532) {
    throw new Error("--port needs to be a number from 1024 to 65532");
  }
  const accounts = values.accounts === undefined ? null : Number(values.accounts);
  if (accounts !== null && (!Number.isInteger(accounts) || accounts < 1 || accounts > 10_000)) {
    throw new Error("--accounts needs to be a number from 1 to 10000");
  }
  return { basePort, accounts, fresh: values.fresh, help: values.help ? HELP : null };
}
