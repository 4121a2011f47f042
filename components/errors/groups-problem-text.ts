import type { GroupsProblem } from "#lib/identity";

type Text = { readonly what: string; readonly check: string };

/** Why no groups were received: for the person, and for who can mend it. */
export const GROUPS_PROBLEM_TEXTS: Readonly<Record<GroupsProblem, Text>> = {
  groups_missing: {
    what: "No groups were received, because the identity provider sent none at all.",
    check: "Does the identity provider's application send the groups, under the name that the portal reads?",
  },
  groups_overage: {
    what: "No groups were received, because you are in more groups than the identity provider puts into one sign-in.",
    check: "Send only the groups that are assigned to the application (in Entra: groups assigned to the application).",
  },
  groups_malformed: {
    what: "No groups were received, because they arrived in a form that the portal does not read.",
    check: "The groups have to be a text or a list of texts.",
  },
};
