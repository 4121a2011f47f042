import type { Proof, SetUp } from "./plan";

/** Which of a set-up's providers, by its place in `oidcProviders` or `samlProviders`. */
export type ProviderPlace = { readonly kind: "oidc" | "saml"; readonly at: number };

/** The provider whose proofs these are; `null` for paths without one. */
export function findProvider({ oidcProviders, samlProviders }: SetUp, proof: Proof): ProviderPlace | null {
  if (!("provider" in proof)) return null;
  const place: ProviderPlace =
    "audience" in proof
      ? { kind: "oidc", at: oidcProviders.findIndex(({ provider }) => provider === proof.provider) }
      : { kind: "saml", at: samlProviders.findIndex(({ name }) => name === proof.provider) };
  return place.at < 0 ? null : place;
}
