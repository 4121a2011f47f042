import type { ConsoleServiceRow } from "./console-services";

/** One console for all Regions of a partition: at its own host, without a Region in front. */
export const GLOBAL_SERVICES: readonly ConsoleServiceRow[] = [
  {
    id: "iam",
    name: "IAM",
    path: "/iam/home",
    words: "identity and access management permissions",
    pages: {
      roles: "/iam/home#/roles",
      users: "/iam/home#/users",
      groups: "/iam/home#/groups",
      policies: "/iam/home#/policies",
      identityProviders: "/iam/home#/identity_providers",
    },
  },
  {
    id: "route53",
    name: "Route 53",
    path: "/route53/v2/home",
    words: "r53 dns domains",
    pages: { hostedZones: "/route53/v2/hostedzones" },
  },
  {
    id: "cloudfront",
    name: "CloudFront",
    path: "/cloudfront/v4/home",
    words: "cf cdn edge",
    pages: { distributions: "/cloudfront/v4/home#/distributions" },
  },
  {
    id: "organizations",
    name: "Organizations",
    path: "/organizations/v2/home",
    words: "orgs ou scp multi-account",
    pages: { accounts: "/organizations/v2/home/accounts", policies: "/organizations/v2/home/policies" },
  },
  {
    id: "costmanagement",
    name: "Cost Management",
    path: "/costmanagement/home",
    words: "ce finops spend money",
    pages: {
      costExplorer: "/costmanagement/home#/cost-explorer",
      budgets: "/costmanagement/home#/budgets",
      savingsPlans: "/costmanagement/home#/savings-plans/overview",
    },
  },
  {
    id: "billing",
    name: "Billing",
    path: "/billing/home",
    words: "invoices payments cost",
    pages: { bills: "/billing/home#/bills" },
  },
  { id: "support", name: "Support", path: "/support/home", words: "help cases tickets" },
  { id: "health", name: "Health Dashboard", path: "/health/home", words: "phd outage status incidents" },
  { id: "trustedadvisor", name: "Trusted Advisor", path: "/trustedadvisor/home", words: "ta tra recommendations" },
  { id: "globalaccelerator", name: "Global Accelerator", path: "/globalaccelerator/home", words: "ga anycast" },
  { id: "shield", name: "Shield", path: "/wafv2/shieldv2", words: "ddos" },
  { id: "firewallmanager", name: "Firewall Manager", path: "/wafv2/fmsv2", words: "fms" },
  { id: "networkmanager", name: "Network Manager", path: "/networkmanager/home", words: "cloud wan" },
  { id: "artifact", name: "Artifact", path: "/artifact/home", words: "compliance reports agreements soc iso" },
  {
    id: "marketplace",
    name: "Marketplace",
    path: "/marketplace/home",
    words: "software vendors",
    pages: { subscriptions: "/marketplace/home#/subscriptions" },
  },
  { id: "devicefarm", name: "Device Farm", path: "/devicefarm/home", words: "mobile testing phones" },
];
