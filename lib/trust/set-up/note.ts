/** What an administrator has to know beside the text of a set-up; lists of names are joined by commas. */
export type SetUpNote =
  | { readonly code: "unreachable_issuer"; readonly issuer: string }
  | { readonly code: "ungiven" | "everybody" | "own_assertions"; readonly roles: string }
  | { readonly code: "external_id"; readonly externalIds: string; readonly roles: string }
  | { readonly code: "hub"; readonly hubs: string }
  | { readonly code: "user"; readonly user: string }
  | { readonly code: "principal" | "rotation" }
  | { readonly code: "metadata"; readonly providers: string }
  | { readonly code: "size"; readonly roles: string; readonly characters: number };
