import { didYouMean } from "#lib/nearest";
import { VIAS, type Via } from "./access-schema";
import type { Outline, OutlineRole } from "./outline";
import type { ConfigPath, Finding } from "./problem";
import { findOnlyProvider, IDP_PROTOCOLS, WITHOUT_PROVIDER } from "./role-path";

const isVia = (text: string): text is Via => VIAS.some((via) => via === text);

function checkNamedIdp(id: string, protocol: "oidc" | "saml", outline: Outline): string | null {
  const provider = outline.identityProviders.find((candidate) => candidate.id === id);
  if (provider === undefined) {
    const ids = outline.identityProviders.flatMap((candidate) => candidate.id ?? []);
    return `${JSON.stringify(id)} is not the id of an identity provider${didYouMean(id, ids)}`;
  }
  if (provider.type === protocol || provider.type === undefined) return null;
  return `${JSON.stringify(id)} signs people in through ${provider.type}, and this via needs ${protocol}`;
}

function checkIdp(role: OutlineRole, via: Via, path: ConfigPath, outline: Outline): Finding[] {
  const protocol = IDP_PROTOCOLS[via];
  const where = [...path, "idp"];
  if (protocol === null) {
    if (role.idp === undefined) return [];
    return [{ path: where, message: `is not used with via: ${via}; to limit who gets the role, write idp in a rule` }];
  }
  if (role.idp !== undefined) {
    const message = checkNamedIdp(role.idp, protocol, outline);
    return message === null ? [] : [{ path: where, message }];
  }
  if (findOnlyProvider(outline.identityProviders, protocol) !== null) return [];
  const none = !outline.identityProviders.some(({ type }) => type === protocol);
  const message = none
    ? `is missing, and there is no identity provider of type ${protocol}, which via: ${via} needs`
    : `is missing; there are several identity providers of type ${protocol}: name it with idp:`;
  return [{ path: where, message }];
}

function checkProvider(role: OutlineRole, via: Via, path: ConfigPath): Finding[] {
  const where = [...path, "provider"];
  if (WITHOUT_PROVIDER.includes(via)) {
    if (role.provider === undefined) return [];
    return [{ path: where, message: `is not used with via: ${via}, which no IAM provider has a part in; remove it` }];
  }
  if (role.provider === undefined) {
    if (via !== "idp-saml") return [];
    return [
      { path: where, message: "is missing; via: idp-saml needs the name of the IAM SAML provider in that account" },
    ];
  }
  if (role.provider.startsWith("arn:")) {
    return [{ path: where, message: "needs the part of the ARN after oidc-provider/ or saml-provider/ only" }];
  }
  if (via === "portal-oidc" || via === "idp-oidc") {
    if (!/^https?:\/\//.test(role.provider)) return [];
    return [{ path: where, message: "needs host and path only, as IAM names it; leave out https://" }];
  }
  // IAM API Reference, CreateSAMLProvider: Name.
  if (/^[\w.-]{1,128}$/.test(role.provider)) return [];
  return [{ path: where, message: "needs to be the name of an IAM SAML provider: 1 to 128 letters, digits and . _ -" }];
}

/** Roles and how they are reached: the identity provider of `idp-…` paths, and the IAM provider that each path needs. */
export function checkRolePaths(outline: Outline): Finding[] {
  return outline.access.accounts.flatMap(({ roles }, account) =>
    roles.flatMap((role, index) => {
      const path = ["access", "accounts", account, "roles", index];
      if (!isVia(role.via)) return [];
      return [...checkIdp(role, role.via, path, outline), ...checkProvider(role, role.via, path)];
    }),
  );
}
