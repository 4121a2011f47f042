import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { z } from "zod";
import type { AwsAccountDescription } from "./description";
import { startAws } from "./start-aws";

/** `tsx e2e/aws/main.ts --accounts e2e/demo/organisation.ts --port 4003 --mode strict`: the module exports `accounts`. */
const { values } = parseArgs({
  options: {
    accounts: { type: "string" },
    port: { type: "string", default: "4003" },
    mode: { type: "string", default: "parity" },
  },
});

const accountsSchema = z.custom<readonly AwsAccountDescription[]>(Array.isArray, "the module exports no accounts");
const loaded: unknown = await import(pathToFileURL(z.string().parse(values.accounts)).href);
const { accounts } = z.object({ accounts: accountsSchema }).parse(loaded);
const mode = z.enum(["parity", "strict"]).parse(values.mode);
const aws = await startAws({ port: z.coerce.number().int().parse(values.port), accounts, mode });
process.stdout.write(`AWS stand-in (${mode}) at ${aws.url}\n`);
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void aws.close());
