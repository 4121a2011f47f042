import type { Controls } from "../controls";
import type { Person } from "../people";
import type { KeyAndCertificate } from "../self-signed-certificate";
import type { SamlifyIdp } from "./identity-provider";
import type { IdpSessions } from "./idp-sessions";
import type { AwsAttributes } from "./person-attributes";
import type { SamlControls } from "./saml-controls";
import type { ServiceProvider } from "./service-provider";

/** What an application asked for, kept while the person fills in the form. */
export type PendingRequest = {
  readonly spId: string;
  /** Null for a sign-in that starts here. */
  readonly requestId: string | null;
  readonly acsUrl: string;
  readonly relayState: string | null;
  readonly forceAuthn: boolean;
  readonly isPassive: boolean;
  readonly nameIdFormat: string | null;
};

/** What every page of the SAML stand-in works with. */
export type StandInState = {
  readonly url: string;
  readonly entityId: string;
  readonly keys: KeyAndCertificate;
  readonly idps: { readonly demanding: SamlifyIdp; readonly trusting: SamlifyIdp };
  readonly people: readonly Person[];
  readonly controls: Controls<SamlControls>;
  readonly sessions: IdpSessions;
  readonly pending: Map<string, PendingRequest>;
  readonly now: () => Date;
  readonly applications: readonly { readonly id: string; readonly name: string }[];
  /** Throws when there is none, or its metadata cannot be had. */
  readonly requireServiceProvider: (
    by: { readonly id: string } | { readonly entityId: string },
  ) => Promise<ServiceProvider>;
  readonly awsAttributes: (person: Person) => AwsAttributes;
};
