import { displayName, type Person } from "../people";
import type { SamlControls } from "./saml-controls";

/** One Attribute element. */
export type Attribute = { readonly name: string; readonly values: readonly string[] };

/** What an assertion tells AWS about a person: IAM User Guide, "Configure SAML assertions for the authentication response". */
export type AwsAttributes = {
  readonly roles: readonly { readonly roleArn: string; readonly providerArn: string }[];
  readonly sessionName?: string;
  readonly sourceIdentity?: string;
  readonly principalTags?: Readonly<Record<string, string>>;
};

type Names = {
  readonly mail: string;
  readonly displayName: string;
  readonly groups: string;
  readonly department: string;
};

const CLAIMS = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims";
const NAMES: Record<SamlControls["attributeNames"], Names> = {
  plain: { mail: "mail", displayName: "displayName", groups: "groups", department: "department" },
  entra: {
    mail: `${CLAIMS}/emailaddress`,
    displayName: "http://schemas.microsoft.com/identity/claims/displayname",
    groups: "http://schemas.microsoft.com/ws/2008/06/identity/claims/groups",
    department: `${CLAIMS}/department`,
  },
  oid: {
    mail: "urn:oid:0.9.2342.19200300.100.1.3",
    displayName: "urn:oid:2.16.840.1.113730.3.1.241",
    groups: "urn:oid:1.3.6.1.4.1.5923.1.5.1.1",
    department: "urn:oid:2.16.840.1.113730.3.1.2",
  },
};

export function buildPersonAttributes(person: Person, controls: SamlControls): readonly Attribute[] {
  const names = NAMES[controls.attributeNames];
  return [
    { name: names.mail, values: [person.email] },
    { name: names.displayName, values: [displayName(person)] },
    { name: names.department, values: [person.department] },
    ...GROUP_SHAPES[controls.groups](names.groups, person.groups),
    ...Object.entries(controls.extraAttributes).map(([name, values]) => ({ name, values })),
  ];
}

type GroupShape = (name: string, groups: readonly string[]) => readonly Attribute[];
const GROUP_SHAPES: Record<SamlControls["groups"], GroupShape> = {
  values: (name, groups) => [{ name, values: groups }],
  repeated: (name, groups) => groups.map((group) => ({ name, values: [group] })),
  joined: (name, groups) => [{ name, values: [groups.join(";")] }],
  absent: () => [],
  overage: () => [
    {
      name: "http://schemas.microsoft.com/claims/groups.link",
      values: ["https://graph.microsoft.com/v1.0/users/me/getMemberObjects"],
    },
  ],
};

const AWS = "https://aws.amazon.com/SAML/Attributes";

/** Nothing for people without roles: AWS refuses an empty Role attribute. */
export function buildAwsAttributes(aws: AwsAttributes): readonly Attribute[] {
  if (aws.roles.length === 0) return [];
  const single = (name: string, value: string | undefined) =>
    value === undefined ? [] : [{ name: `${AWS}/${name}`, values: [value] }];
  return [
    { name: `${AWS}/Role`, values: aws.roles.map(({ roleArn, providerArn }) => `${roleArn},${providerArn}`) },
    ...single("RoleSessionName", aws.sessionName),
    ...single("SourceIdentity", aws.sourceIdentity),
    ...Object.entries(aws.principalTags ?? {}).flatMap(([key, value]) => single(`PrincipalTag:${key}`, value)),
  ];
}
