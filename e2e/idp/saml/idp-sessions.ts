import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { readCookie } from "../http-exchange";
import type { Person } from "../people";
import type { NameId } from "./response-xml";

/** Where somebody was signed in to, as logout has to name it (core, 3.7.1). */
export type Participation = { readonly spId: string; readonly nameId: NameId; readonly sessionIndex: string };

export type IdpSession = {
  readonly id: string;
  readonly person: Person;
  readonly authenticatedAt: Date;
  readonly participations: Participation[];
};

// Cookies know no ports: the stand-ins share 127.0.0.1, so each has a name of its own.
const COOKIE = "corporate_session";

export function createIdpSessions(now: () => Date) {
  const sessions = new Map<string, IdpSession>();
  return {
    find: (request: IncomingMessage) => sessions.get(readCookie(request, COOKIE) ?? "") ?? null,
    begin: (response: ServerResponse, person: Person): IdpSession => {
      const session = { id: randomBytes(24).toString("base64url"), person, authenticatedAt: now(), participations: [] };
      sessions.set(session.id, session);
      response.setHeader("set-cookie", `${COOKIE}=${session.id}; Path=/; HttpOnly; SameSite=Lax`);
      return session;
    },
    end: (session: IdpSession) => sessions.delete(session.id),
    endAll: () => {
      const count = sessions.size;
      sessions.clear();
      return count;
    },
    /** By what a LogoutRequest names; every SessionIndex counts when it names none. */
    findByParticipation: (spId: string, nameId: string, indexes: readonly string[]) =>
      [...sessions.values()].filter((session) =>
        session.participations.some(
          (part) =>
            part.spId === spId &&
            part.nameId.value === nameId &&
            (indexes.length === 0 || indexes.includes(part.sessionIndex)),
        ),
      ),
  };
}

export type IdpSessions = ReturnType<typeof createIdpSessions>;
