import { parseArgs } from "node:util";
import { z } from "zod";
import { DEMO_PASSWORD, displayName, PEOPLE } from "../idp/people";
import { DEFAULT_BASE_PORT } from "./addresses";
import { listAccounts } from "./demo-accounts";
import { listRoles } from "./demo-roles";
import { PEOPLES_USERS, PORTAL_KEYS, PORTAL_USER } from "./iam-users";
import { startSandbox, writePortalConfiguration } from "./start-sandbox";

/**
 * `tsx e2e/demo/sandbox.ts [--port BASE] [--accounts N] [--directory DIR] [--strict] [--aws-application]`: both identity
 * providers and AWS in one process. With a directory it first writes the portal's configuration there. Prints one line of
 * JSON when all listen, and stops on SIGTERM, SIGINT, or when the process that started it is gone.
 */
const { values } = parseArgs({
  options: {
    port: { type: "string", default: String(DEFAULT_BASE_PORT) },
    accounts: { type: "string" },
    directory: { type: "string" },
    strict: { type: "boolean", default: false },
    "aws-application": { type: "boolean", default: false },
  },
});

const options = {
  basePort: z.coerce.number().int().min(1).max(65_532).parse(values.port),
  awsApplication: values["aws-application"],
  mode: values.strict ? ("strict" as const) : ("parity" as const),
  ...(values.accounts === undefined ? {} : { accountCount: z.coerce.number().int().min(1).parse(values.accounts) }),
};

// Before anything starts, so that no signal finds the default: then the process would not end well.
const starting = startSandbox(options);
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void stop());
// Started with an IPC channel, it does not outlive whoever holds the other end.
process.once("disconnect", () => void stop());
async function stop(): Promise<void> {
  await starting.then((sandbox) => sandbox.close());
  process.exit(0);
}

const { addresses } = await starting;
const configPath =
  values.directory === undefined ? null : await writePortalConfiguration(values.directory, { ...options, addresses });

const ready = {
  ready: true,
  ...addresses,
  configPath,
  accounts: listAccounts(options.accountCount).length,
  roles: listRoles(options.accountCount).length,
  password: DEMO_PASSWORD,
  // Whoever starts the portal hands them to it.
  portalKeys: PORTAL_KEYS,
  portalMfaCode: PORTAL_USER.mfa.code,
  iamUsers: PEOPLES_USERS,
  people: PEOPLE.map((person) => ({
    id: person.id,
    name: displayName(person),
    email: person.email,
    title: person.title,
    shows: person.shows,
  })),
};
process.stdout.write(`${JSON.stringify(ready)}\n`);
