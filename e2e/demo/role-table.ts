import type { PersonId } from "../idp/people";
import type { DemoVia, RoleSettings } from "./demo-roles";
import { PORTAL_USER } from "./iam-users";
import { PORTAL_HUB } from "./own-roles";

type Row = readonly [
  name: string,
  via: DemoVia,
  maxHours: number,
  heldBy: readonly PersonId[],
  description: string,
  settings?: RoleSettings,
];

const TICKET: RoleSettings = { reason: { required: true, label: "Ticket", pattern: "OPS-*", tag: "Ticket" } };
const FOR_THE_VENDOR: RoleSettings = { externalId: "example-corp-erp", transitiveTags: ["Department"] };
const THROUGH_THE_HUB: RoleSettings = { hubRole: PORTAL_HUB.arn, hubExternalId: PORTAL_HUB.externalId };
const WITH_A_CODE: RoleSettings = { mfaSerial: PORTAL_USER.mfa.serialNumber };
const READ_REPORTS = {
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: ["s3:Get*", "s3:List*"], Resource: "*" }],
};

const ADMIN: Row = ["Admin", "portal-oidc", 1, ["admin"], "Everything, for an hour"];
const READ_ONLY: Row = ["ReadOnly", "portal-oidc", 12, ["auditor"], "Look at everything, change nothing"];
const READ_ONLY_TEAM: Row = ["ReadOnly", "portal-oidc", 12, ["auditor", "developer"], READ_ONLY[4]];

export const ROWS: Readonly<Record<string, readonly Row[]>> = {
  "payments-prod": [
    ADMIN,
    READ_ONLY_TEAM,
    ["Developer", "portal-oidc", 8, ["developer"], "Read payments and deploy them"],
    ["Billing", "idp-oidc", 4, ["many-groups"], "Costs and invoices"],
    ["Incident", "portal-oidc", 2, ["developer"], "Put payments right; needs a ticket", TICKET],
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
    ["Explorer", "portal-oidc", 8, ["developer"], "Look around in the lake", { scope: { readOnly: true } }],
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
  "legacy-erp": [
    ["Operator", "assume-role", 8, ["developer"], "Run the ERP's batches", FOR_THE_VENDOR],
    ["Auditor", "assume-role", 4, ["auditor"], "Read the ERP's books, by way of the hub", THROUGH_THE_HUB],
    ["DatabaseAdmin", "assume-role", 2, ["developer"], "Repair the ERP's database", WITH_A_CODE],
    ["DBA", "session-token", 4, ["developer"], "The same, with one's own IAM user"],
  ],
  "build-tools": [
    ADMIN,
    READ_ONLY,
    ["ci/#1!$/Odd+=,.@_-9", "portal-oidc", 1, ["developer"], "Every character that IAM allows"],
    ["Reports", "federation-token", 36, ["developer"], "Fetch the nightly build's reports", { policy: READ_REPORTS }],
  ],
  "sovereign-prod": [ADMIN, READ_ONLY, ["Operator", "portal-saml", 4, ["admin"], "Run what must stay in the EU"]],
};

const EVERY = "portal-oidc";
/** What each made-up account has; one person holds all of it, so that ten thousand roles are one page. */
export const MADE_UP_ROWS: readonly Row[] = [
  ADMIN,
  ["ReadOnly", EVERY, 12, ["auditor", "admin"], READ_ONLY[4]],
  ["Developer", EVERY, 8, ["admin"], "Read what runs and deploy it"],
  ["Operator", EVERY, 8, ["admin"], "Restart, scale and drain"],
  ["Deployer", EVERY, 2, ["admin"], "What the pipeline does, by hand"],
  ["DataEngineer", EVERY, 8, ["admin"], "Run and repair the pipelines"],
  ["Support", EVERY, 8, ["admin"], "Look into what customers report"],
  ["Incident", EVERY, 2, ["admin"], "Put things right when they are on fire"],
  ["audit/Reader", EVERY, 12, ["admin"], "Read trails and configurations"],
  ["Tester", EVERY, 12, ["admin"], "Try things out on test data"],
];
