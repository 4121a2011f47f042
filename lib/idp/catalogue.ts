import { err, ok, type Result } from "#lib/result";

type Listed = { readonly id: string; readonly name: string; readonly type: "saml" | "oidc" };

/** One line of the chooser on the sign-in page. Nothing else of an identity provider's configuration reaches a page. */
export type CatalogueEntry = { readonly id: string; readonly name: string; readonly type: "saml" | "oidc" };

/** Who may sign people in, in the order of the configuration; the one used last, when it is still there, first. */
export function listIdentityProviders(providers: readonly Listed[], lastUsed?: string): CatalogueEntry[] {
  const entries = providers.map(({ id, name, type }) => ({ id, name, type }));
  return [...entries.filter(({ id }) => id === lastUsed), ...entries.filter(({ id }) => id !== lastUsed)];
}

/** The identity provider with exactly this id, or a refusal: an id from an address is never trusted to exist. */
export function findIdentityProvider<T extends Listed>(providers: readonly T[], id: string): Result<T, "idp_unknown"> {
  const found = providers.find((provider) => provider.id === id);
  return found === undefined ? err("idp_unknown") : ok(found);
}
