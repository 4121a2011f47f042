import "server-only";
import type { Grant } from "#lib/access/resolve-grants";
import { MAX_FEDERATED_NAME, MAX_SESSION_NAME } from "#lib/aws/session-name";

/** How long a name may be on this path. Characters: 64 for RoleSessionName, 32 for GetFederationToken's Name. */
export const sessionNameLimit = ({ via }: Grant): number =>
  via === "federation-token" ? MAX_FEDERATED_NAME : MAX_SESSION_NAME;
