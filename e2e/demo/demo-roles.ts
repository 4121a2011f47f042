import type { PersonId } from "../idp/people";
import { DEMO_ACCOUNTS, type DemoAccount, listAccounts } from "./demo-accounts";

export type DemoVia = "portal-oidc" | "portal-saml" | "idp-oidc" | "idp-saml" | "session-token";

export type DemoRole = {
  readonly account: DemoAccount;
  /** May hold a path. */
  readonly name: string;
  readonly via: DemoVia;
  readonly description: string;
  readonly maxHours: number;
  /** The portal's own paths send the person's department as a tag and their address as source identity. */
  readonly attributed: boolean;
  /** Who holds it, by name: what the rules in access-rules have to arrive at by another way. */
  readonly heldBy: readonly PersonId[];
};

type Row = readonly [name: string, via: DemoVia, maxHours: number, heldBy: readonly PersonId[], description: string];

const ADMIN: Row = ["Admin", "portal-oidc", 1, ["admin"], "Everything, for an hour"];
const READ_ONLY: Row = ["ReadOnly", "portal-oidc", 12, ["auditor"], "Look at everything, change nothing"];
const READ_ONLY_TEAM: Row = ["ReadOnly", "portal-oidc", 12, ["auditor", "developer"], READ_ONLY[4]];

const ROWS: Readonly<Record<string, readonly Row[]>> = {
  "payments-prod": [
    ADMIN,
    READ_ONLY_TEAM,
    ["Developer", "portal-oidc", 8, ["developer"], "Read payments and deploy them"],
    ["Billing", "idp-oidc", 4, ["many-groups"], "Costs and invoices"],
    ["emergency/BreakGlass", "idp-saml", 1, ["admin"], "When the portal's own keys are in doubt"],
  ],
  "payments-staging": [
    ADMIN,
    READ_ONLY_TEAM,
    ["Developer", "portal-oidc", 8, ["developer"], "Read payments and deploy them"],
    ["Deployer", "portal-saml", 2, ["developer"], "What the pipeline does, by hand"],
  ],
  "payments-dev": [
    ADMIN,
    READ_ONLY_TEAM,
    ["Developer", "portal-oidc", 12, ["developer", "many-groups"], "Build and try out"],
    ["PowerUser", "idp-oidc", 12, ["developer"], "Everything but IAM"],
    ["Operator", "session-token", 4, ["developer"], "Run payments by hand, with your IAM user and its MFA device"],
  ],
  "shop-prod": [
    ADMIN,
    READ_ONLY,
    ["Developer", "portal-oidc", 8, [], "Read the shop and deploy it"],
    ["Billing", "idp-oidc", 4, ["many-groups"], "Costs and invoices"],
  ],
  "shop-staging": [ADMIN, READ_ONLY, ["Developer", "portal-oidc", 8, ["many-groups"], "Read the shop and deploy it"]],
  "data-platform": [
    ADMIN,
    READ_ONLY,
    ["DataAnalyst", "portal-oidc", 8, ["many-groups"], "Query the lake"],
    ["DataEngineer", "portal-oidc", 8, [], "Run and repair the pipelines"],
  ],
  "ml-sandbox": [
    ADMIN,
    READ_ONLY,
    ["Experimenter", "portal-saml", 12, ["admin", "developer"], "Try anything; wiped on Sundays"],
    ["Notebook", "idp-saml", 8, ["admin", "developer"], "Notebooks on small machines"],
  ],
  "security-audit": [
    ADMIN,
    READ_ONLY,
    ["SecurityAudit", "idp-saml", 8, ["auditor"], "Findings, configurations and who did what"],
  ],
  "log-archive": [ADMIN, READ_ONLY, ["LogReader", "portal-saml", 8, ["auditor"], "Read the organisation's trails"]],
  "network-hub": [ADMIN, READ_ONLY, ["NetworkAdmin", "portal-oidc", 2, ["admin"], "Transit gateways and DNS"]],
  "government-prod": [ADMIN, READ_ONLY, ["Operator", "portal-saml", 4, ["admin"], "Run the GovCloud workloads"]],
  "china-shop-prod": [ADMIN, READ_ONLY, ["Developer", "portal-oidc", 8, [], "Read the shop and deploy it"]],
};

const FURTHER = [
  "Developer",
  "Operator",
  "Deployer",
  "DataEngineer",
  "Support",
  "Incident",
  "Reader",
  "Tester",
] as const;
const MADE_UP_ROWS: readonly Row[] = [
  ADMIN,
  READ_ONLY,
  ...FURTHER.map((name): Row => [name, "portal-oidc", 8, [], `${name} of this account`]),
];

/** Every role of the first `accountCount` accounts: the demo's own, or ten for each made-up account. */
export function listRoles(accountCount: number = DEMO_ACCOUNTS.length): readonly DemoRole[] {
  return listAccounts(accountCount).flatMap((account) =>
    (ROWS[account.name] ?? MADE_UP_ROWS).map(([name, via, maxHours, heldBy, description]) => ({
      account,
      name,
      via,
      description,
      maxHours,
      attributed: via.startsWith("portal-"),
      heldBy,
    })),
  );
}
