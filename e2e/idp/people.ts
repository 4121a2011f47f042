import { manyGroups } from "./many-groups";

/** One employee, as both identity providers know them. */
export type Person = {
  /** The `sub` and the persistent NameID: never changes, says nothing. */
  readonly subject: string;
  readonly id: PersonId;
  readonly email: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly title: string;
  readonly department: string;
  readonly groups: readonly string[];
  /** What signing in as this person shows, for the demo's table. */
  readonly shows: string;
};

export type PersonId = "admin" | "developer" | "auditor" | "many-groups" | "no-access";

/** The one password of everybody, for people who would rather type than click. It protects nothing. */
export const DEMO_PASSWORD = "gatehouse";

export const PEOPLE: readonly Person[] = [
  {
    id: "admin",
    subject: "8c1f4b70-2f0e-4c53-9f5d-6a1f2a1e7d01",
    email: "amara.okafor@example.com",
    givenName: "Amara",
    familyName: "Okafor",
    title: "Platform lead",
    department: "Platform",
    groups: ["all-staff", "engineering", "platform-admins"],
    shows: "administrator of the portal, Admin in nearly every account",
  },
  {
    id: "developer",
    subject: "8c1f4b70-2f0e-4c53-9f5d-6a1f2a1e7d02",
    email: "ben.lindqvist@example.com",
    givenName: "Ben",
    familyName: "Lindqvist",
    title: "Software engineer, Payments",
    department: "Payments",
    groups: ["all-staff", "engineering", "payments-developers"],
    shows: "payments, the sandbox and the old ERP, by every path",
  },
  {
    id: "auditor",
    subject: "8c1f4b70-2f0e-4c53-9f5d-6a1f2a1e7d03",
    email: "elodie.martin@example.com",
    givenName: "Élodie",
    familyName: "Martin",
    title: "Security auditor",
    department: "Security",
    groups: ["all-staff", "security-audit"],
    shows: "ReadOnly everywhere, everybody's activity",
  },
  {
    id: "many-groups",
    subject: "8c1f4b70-2f0e-4c53-9f5d-6a1f2a1e7d04",
    email: "daniel.mwangi@example.com",
    givenName: "Daniel",
    familyName: "Mwangi",
    title: "Head of operations",
    department: "Finance",
    groups: manyGroups(),
    shows: "300 groups, of which a few give roles",
  },
  {
    id: "no-access",
    subject: "8c1f4b70-2f0e-4c53-9f5d-6a1f2a1e7d05",
    email: "mei.tanaka@example.com",
    givenName: "Mei",
    familyName: "Tanaka",
    title: "New colleague",
    department: "People",
    groups: ["all-staff", "onboarding-2026"],
    shows: "signed in, and told why there is no role yet",
  },
];

/** Given and family name, as directories show it. */
export function displayName(person: Person): string {
  return `${person.givenName} ${person.familyName}`;
}

/** The person who clicked their own name, or typed an e-mail address and the demo's password. Nobody otherwise. */
export function findPerson(
  people: readonly Person[],
  form: { readonly person?: string; readonly email?: string; readonly password?: string },
): Person | null {
  if (form.person !== undefined) return people.find((person) => person.id === form.person) ?? null;
  if (form.password !== DEMO_PASSWORD) return null;
  const email = form.email?.trim().toLowerCase();
  return people.find((person) => person.email === email) ?? null;
}
