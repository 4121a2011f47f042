import type { Partition } from "#lib/aws/partition";

export type DemoAccount = {
  readonly id: string;
  readonly name: string;
  readonly partition: Partition;
  readonly region: string;
  readonly labels: { readonly env: string; readonly team: string };
};

function account(id: string, name: string, region: string, env: string, team: string): DemoAccount {
  return { id, name, partition: "aws", region, labels: { env, team } };
}

/** Example Corp's accounts. The ids are made up. */
export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  account("410263915587", "payments-prod", "eu-west-1", "prod", "payments"),
  account("520817349026", "payments-staging", "eu-west-1", "staging", "payments"),
  account("630492718354", "payments-dev", "eu-west-1", "dev", "payments"),
  account("741586203917", "shop-prod", "eu-central-1", "prod", "shop"),
  account("852940671238", "shop-staging", "eu-central-1", "staging", "shop"),
  account("963015428876", "data-platform", "us-east-1", "prod", "data"),
  account("174628590341", "ml-sandbox", "us-east-1", "sandbox", "data"),
  account("285739164052", "security-audit", "eu-west-1", "security", "security"),
  account("396840275163", "log-archive", "eu-west-1", "security", "platform"),
  account("407951386274", "network-hub", "eu-west-1", "shared", "platform"),
  { ...account("518062497385", "government-prod", "us-gov-west-1", "prod", "government"), partition: "aws-us-gov" },
  { ...account("629173508496", "china-shop-prod", "cn-north-1", "prod", "shop"), partition: "aws-cn" },
  account("841295730624", "legacy-erp", "eu-central-1", "prod", "erp"),
  account("952306841735", "build-tools", "eu-west-1", "shared", "platform"),
  { ...account("730184629513", "sovereign-prod", "eusc-de-east-1", "prod", "sovereign"), partition: "aws-eusc" },
];

/** Throws on a name that none of the demo's own accounts has. */
export function findDemoAccount(name: string): DemoAccount {
  const found = DEMO_ACCOUNTS.find((each) => each.name === name);
  if (found === undefined) throw new Error(`the demo has no account named ${name}`);
  return found;
}

/** Teams that the demo's own accounts do not have: their roles are all the administrator's. */
export const MADE_UP_TEAMS = [
  ...[
    "search",
    "mobile",
    "growth",
    "media",
    "billing",
    "identity",
    "edge",
    "support",
    "logistics",
    "pricing",
    "catalog",
  ],
  ...["checkout", "fraud", "ledger", "loyalty", "maps", "messaging", "orders", "partners", "personal", "reviews"],
  ...["shipping", "stores", "studio", "tax"],
] as const;
const SYSTEMS = [
  ...["api", "web", "batch", "events", "lake", "cache", "jobs", "models", "portal", "sync", "vault", "legacy"],
  ...["insights", "gateway"],
] as const;
const ENVIRONMENTS = ["prod", "staging", "dev"] as const;
const REGIONS = ["eu-west-1", "eu-central-1", "us-east-1", "ap-southeast-2"] as const;

/** Twelve digits that look drawn, and never the same ones for two accounts of a demo. */
const madeUpId = (index: number) => String(100_000_000_000 + ((index * 7_919_317_331 + 4_410_263) % 899_999_999_993));

function madeUpAccount(index: number): DemoAccount {
  const team = MADE_UP_TEAMS[index % MADE_UP_TEAMS.length] ?? "search";
  const turn = Math.floor(index / MADE_UP_TEAMS.length);
  const env = ENVIRONMENTS[turn % ENVIRONMENTS.length] ?? "prod";
  const place = Math.floor(turn / ENVIRONMENTS.length);
  const round = Math.floor(place / SYSTEMS.length);
  const system = `${SYSTEMS[place % SYSTEMS.length]}${round === 0 ? "" : round + 1}`;
  return account(
    madeUpId(index),
    `${team}-${system}-${env}`,
    REGIONS[index % REGIONS.length] ?? "eu-west-1",
    env,
    team,
  );
}

/** The demo's accounts and as many made-up ones as it takes to have `count`. The same ones each time. */
export function listAccounts(count: number = DEMO_ACCOUNTS.length): readonly DemoAccount[] {
  const made = Array.from({ length: Math.max(0, count - DEMO_ACCOUNTS.length) }, (_, index) => madeUpAccount(index));
  return [...DEMO_ACCOUNTS, ...made];
}
