/**
 * Sessions: an opaque token of 256 bits in a cookie; only its sha256 is kept, so that a copy of the
 * database signs nobody in. One browser is one session; it may belong to several teams and visit boards
 * of others as a guest. It lasts for as long as it is used, and 400 days beyond.
 *
 * Under https the cookie is `__Host-nb` with Secure; on plain http, as on a school's own network,
 * browsers would drop such a cookie, and it is `nb`. Each is read only where it would be set: a
 * cookie planted over http never counts under https.
 */
import type { IncomingMessage } from "node:http";
import { parseCookie, stringifySetCookie } from "cookie";
import type { Actor, Subject } from "../../shared/team/can.ts";
import type { Clock } from "../ops/clock.ts";
import { hashOfToken, newToken } from "../ops/ids.ts";
import type { GuestRecord } from "../storage/guest-records.ts";
import type { Records } from "../storage/records.ts";
import type { MembershipRecord } from "../storage/session-records.ts";
import type { Connection } from "./connection.ts";

/** What a request's cookie claims; whether there is such a session is asked each time anew. */
export interface SessionRef {
  /** sha256 of its token: how it is named in the records. */
  readonly hash: string;
}

/** Somebody: a session that stands for nobody is none. */
export interface Session extends SessionRef {
  readonly memberships: readonly MembershipRecord[];
  /** Visits that have not ended. */
  readonly visitors: readonly GuestRecord[];
}

export interface NewSession {
  readonly hash: string;
  /** The value of the Set-Cookie header. */
  readonly setCookie: string;
}

const dayMs = 24 * 60 * 60 * 1000;
/** Browsers keep a cookie no longer than 400 days. */
const lifeMs = 400 * dayMs;

const cookieName = ({ https }: Connection): string => (https ? "__Host-nb" : "nb");

const tokenIn = (request: IncomingMessage, connection: Connection): string | undefined =>
  parseCookie(request.headers.cookie ?? "")[cookieName(connection)] || undefined;

function cookieFor(connection: Connection, token: string, seconds: number): string {
  return stringifySetCookie({
    name: cookieName(connection),
    value: token,
    httpOnly: true,
    sameSite: "lax",
    secure: connection.https,
    path: "/",
    maxAge: seconds,
  });
}

export type Sessions = ReturnType<typeof createSessions>;

export function createSessions(records: Records, clock: Clock) {
  /** The session, if it holds. */
  function find({ hash }: SessionRef): Session | undefined {
    const known = records.sessions.find(hash);
    const now = clock.now();
    if (!known || known.renewedAt + lifeMs <= now) return undefined;
    const memberships = records.sessions.membershipsOf(hash);
    const visitors = records.guests.visitorsOf(hash).filter(({ until }) => until > now);
    return memberships.length + visitors.length > 0 ? { hash, memberships, visitors } : undefined;
  }

  function refOf(request: IncomingMessage, connection: Connection): SessionRef | undefined {
    const token = tokenIn(request, connection);
    return token === undefined ? undefined : { hash: hashOfToken(token) };
  }

  return {
    find,
    /** What the request's cookie claims to be. */
    refOf,
    /** The session of a request's cookie, if it holds. */
    read(request: IncomingMessage, connection: Connection): Session | undefined {
      const ref = refOf(request, connection);
      return ref && find(ref);
    },
    /** A new session, which is none before a member or a guest is bound to its hash. */
    create(connection: Connection): NewSession {
      const token = newToken();
      return {
        hash: hashOfToken(token),
        setCookie: cookieFor(connection, token, lifeMs / 1000),
      };
    },
    /** Renews the session of a request that was not renewed today; resolves to the Set-Cookie header then. */
    async renew(request: IncomingMessage, connection: Connection): Promise<string | undefined> {
      const token = tokenIn(request, connection);
      if (token === undefined) return undefined;
      const hash = hashOfToken(token);
      const known = records.sessions.find(hash);
      const idleMs = clock.now() - (known?.renewedAt ?? 0);
      if (!known || idleMs < dayMs || idleMs >= lifeMs) return undefined;
      await records.sessions.renew(hash);
      return cookieFor(connection, token, lifeMs / 1000);
    },
    /** Ends a session for good. Resolves when that is on disk. */
    end: ({ hash }: SessionRef): Promise<void> => records.sessions.end(hash),
    /** A Set-Cookie header that makes the browser forget. */
    farewell: (connection: Connection): string => cookieFor(connection, "", 0),
    /** Where whoever this is is signed in: each session that stands for one of the same members. */
    besides: ({ hash }: SessionRef) =>
      records.sessions
        .besides(hash)
        .filter(({ renewedAt }) => renewedAt + lifeMs > clock.now())
        .map((session) => ({ ...session, isThis: session.hash === hash })),
  };
}

/** Who the session is towards a team, or towards one board of it. */
export function actorOn(
  session: Session | undefined,
  { teamId, boardId }: Pick<Subject, "teamId" | "boardId">,
): Actor {
  const membership = session?.memberships.find(({ team }) => team === teamId);
  if (membership) return { role: "member", memberId: membership.member, teamId };
  const visitor = session?.visitors.find(({ board }) => board === boardId);
  return visitor
    ? { role: visitor.role, guestId: visitor.guest, boardId: visitor.board }
    : { role: "stranger" };
}

/** The id an actor writes under; undefined for one who writes nothing. */
export function authorOf(actor: Actor): string | undefined {
  if (actor.role === "member") return actor.memberId;
  return "guestId" in actor ? actor.guestId : undefined;
}
