import { CORP, WORKFORCE } from "./addresses";
import { DEMO_ACCOUNTS, MADE_UP_TEAMS } from "./demo-accounts";

/** Example Corp's rules: one of each kind that the portal knows. */
const ACCESS_RULES = [
  { groups: ["platform-admins"], roles: ["*/Admin", "network-hub/NetworkAdmin", "*-prod/Operator"] },
  { groups: ["platform-admins"], idp: CORP, roles: ["payments-prod/emergency/BreakGlass"] },
  {
    groups: ["payments-developers"],
    roles: ["payments-*/Developer", "payments-*/ReadOnly", "payments-staging/Deployer"],
  },
  { groups: ["payments-developers"], idp: WORKFORCE, roles: ["payments-dev/PowerUser"] },
  {
    groups: ["payments-developers"],
    roles: ["legacy-erp/Operator", "legacy-erp/D*", "env=prod,team=payments/Incident", "data-platform/Explorer"],
  },
  { groups: ["payments-developers"], roles: ["build-tools/Reports", "build-tools/Odd+=,.@_-9"] },
  { groups: ["engineering"], roles: ["env=sandbox/Experimenter"] },
  { groups: ["engineering"], idp: CORP, roles: ["ml-sandbox/Notebook"] },
  { groups: ["security-audit"], roles: ["*/ReadOnly", "log-archive/LogReader", "*/Auditor"] },
  { groups: ["security-audit"], idp: CORP, roles: ["security-audit/SecurityAudit"] },
  { group: "aws-{account}-{role}", roles: ["{account}/{role}"] },
  { idp: WORKFORCE, claims: { department: ["Finance"] }, roles: ["*/Billing"] },
] as const;

/** In a large organisation, everything in the made-up accounts is the platform team's. */
const MADE_UP_RULE = { groups: ["platform-admins"], roles: MADE_UP_TEAMS.map((team) => `team=${team}/*`) } as const;

/** The rules for an organisation of that size: without a made-up account, a rule about these would match nothing. */
export const listRules = (accountCount: number = DEMO_ACCOUNTS.length): readonly object[] =>
  accountCount > DEMO_ACCOUNTS.length ? [...ACCESS_RULES, MADE_UP_RULE] : ACCESS_RULES;
