/**
 * Sessions: an opaque token of 256 bits in a cookie; only its sha256 is kept, so that a copy of the
 * database signs nobody in. One browser is one session and may belong to several teams.
 *
 * Under https the cookie is `__Host-nb` with Secure; on plain http, as on a school's own network,
 * browsers would drop such a cookie, and it is `nb`. Each is read only where it would be set: a
 * cookie planted over http never counts under https.
 */
import type { IncomingMessage } from "node:http";
import { parseCookie, stringifySetCookie } from "cookie";
import type { TeamId } from "../../shared/base/ids.ts";
import type { Actor } from "../../shared/team/can.ts";
import type { Clock } from "../ops/clock.ts";
import { hashOfToken, newToken } from "../ops/ids.ts";
import type { MembershipRecord, Records } from "../storage/records.ts";
import type { Connection } from "./connection.ts";

export interface Session {
  /** sha256 of its token: how it is named in the records. */
  readonly hash: string;
  /** Never empty: a session that belongs to no team is none. */
  readonly memberships: readonly MembershipRecord[];
}

export interface NewSession {
  readonly hash: string;
  /** The value of the Set-Cookie header. */
  readonly setCookie: string;
}

/** Browsers keep a cookie no longer than 400 days. */
const lifeMs = 400 * 24 * 60 * 60 * 1000;

const cookieName = ({ https }: Connection): string => (https ? "__Host-nb" : "nb");

export type Sessions = ReturnType<typeof createSessions>;

export function createSessions(records: Records, clock: Clock) {
  return {
    /** The session of a request's cookie, if it holds. */
    read(request: IncomingMessage, connection: Connection): Session | undefined {
      const token = parseCookie(request.headers.cookie ?? "")[cookieName(connection)];
      if (!token) return undefined;
      const hash = hashOfToken(token);
      const memberships = records.membershipsOf(hash, clock.now() - lifeMs);
      return memberships.length > 0 ? { hash, memberships } : undefined;
    },
    /** A new session, which is none before a member is bound to its hash. */
    create(connection: Connection): NewSession {
      const token = newToken();
      const setCookie = stringifySetCookie({
        name: cookieName(connection),
        value: token,
        httpOnly: true,
        sameSite: "lax",
        secure: connection.https,
        path: "/",
        maxAge: lifeMs / 1000,
      });
      return { hash: hashOfToken(token), setCookie };
    },
  };
}

/** Who the session is towards a team. */
export function actorIn(session: Session | undefined, teamId: TeamId): Actor {
  const membership = session?.memberships.find(({ team }) => team === teamId);
  return membership
    ? { role: "member", memberId: membership.member, teamId }
    : { role: "stranger" };
}
