/** The name of an identity provider as people know it; its id when it is no longer configured. */
export function idpNameOf(
  config: { readonly identityProviders: readonly { readonly id: string; readonly name: string }[] },
  id: string,
): string {
  return config.identityProviders.find((provider) => provider.id === id)?.name ?? id;
}
