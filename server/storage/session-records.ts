/** Sessions as records: whom each stands for, since when, and when it was last renewed. A session that stands for nobody is none. */
import type { MemberId, TeamId } from "../../shared/base/ids.ts";
import type { Write } from "./messages.ts";
import { type Commit, type Queries, write } from "./queries.ts";

/** One team a session belongs to, and as whom. */
export interface MembershipRecord {
  readonly team: TeamId;
  readonly teamName: string;
  readonly member: MemberId;
  readonly name: string;
}
export interface SessionRecord {
  readonly hash: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly renewedAt: number;
}

/** Makes the session known, if it is not. */
export const keepSession = (session: string, now: number): Write =>
  write(
    "INSERT OR IGNORE INTO session (hash, createdAt, renewedAt) VALUES (?, ?, ?)",
    session,
    now,
    now,
  );

/** The session stands for this member in the member's team, instead of whomever it stood for. */
export const bindSession = (
  session: string,
  { id, team }: { readonly id: MemberId; readonly team: TeamId },
  now: number,
): readonly Write[] => [
  keepSession(session, now),
  write(
    "INSERT INTO sessionMember VALUES (?, ?, ?) ON CONFLICT (session, team) DO UPDATE SET member = excluded.member",
    session,
    team,
    id,
  ),
];

export function createSessionRecords({ one, all }: Queries, commit: Commit, now: () => number) {
  return {
    find: (hash: string) =>
      one<SessionRecord>("SELECT hash, createdAt, renewedAt FROM session WHERE hash = ?", hash),
    membershipsOf: (hash: string) =>
      all<MembershipRecord>(
        `SELECT team.id AS team, team.name AS teamName, member.id AS member, member.name AS name
         FROM sessionMember
         JOIN team ON team.id = sessionMember.team
         JOIN member ON member.id = sessionMember.member
         WHERE sessionMember.session = ?
         ORDER BY sessionMember.rowid`,
        hash,
      ),
    /** All that stand for one of the members that this one stands for, newest first. */
    besides: (hash: string) =>
      all<SessionRecord>(
        `SELECT DISTINCT session.hash AS hash, session.createdAt AS createdAt, session.renewedAt AS renewedAt
         FROM sessionMember AS mine
         JOIN sessionMember AS other ON other.member = mine.member
         JOIN session ON session.hash = other.session
         WHERE mine.session = ? ORDER BY session.createdAt DESC`,
        hash,
      ),
    renew: (hash: string): Promise<void> =>
      commit([write("UPDATE session SET renewedAt = ? WHERE hash = ?", now(), hash)], []),
    /** It stands for nobody any more. */
    end: (hash: string): Promise<void> =>
      commit(
        [
          write("DELETE FROM sessionMember WHERE session = ?", hash),
          write("DELETE FROM sessionGuest WHERE session = ?", hash),
          write("DELETE FROM session WHERE hash = ?", hash),
        ],
        [],
      ),
  };
}
