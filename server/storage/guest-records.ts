/** Guests as records: the links that open a board to them, who came by one, and when. Decides nothing about time: what has run out is the reader's to say. */
import type { BoardId, GuestId } from "../../shared/base/ids.ts";
import type { GuestRole } from "../../shared/team/can.ts";
import { type Commit, type Queries, write } from "./queries.ts";
import { keepSession } from "./session-records.ts";

export interface GuestLinkRecord {
  readonly id: string;
  readonly board: BoardId;
  readonly role: GuestRole;
  /** sha256 of its token. */
  readonly hash: string;
  /** Milliseconds since 1970. */
  readonly until: number;
}
/** A guest whose link holds still, unless it has run out. */
export interface GuestRecord {
  readonly guest: GuestId;
  readonly board: BoardId;
  readonly name: string;
  readonly role: GuestRole;
  /** Milliseconds since 1970. */
  readonly until: number;
}
export interface VisitRecord {
  readonly guest: GuestId;
  readonly name: string;
  readonly role: GuestRole;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly until: number;
  /** Whether the guest was sent away, or the link taken back. */
  readonly ended: 0 | 1;
}

const insertVisit = (guest: GuestId, at: number) =>
  write("INSERT INTO visit VALUES (?, ?)", guest, at);

export function createGuestRecords({ one, all }: Queries, commit: Commit, now: () => number) {
  return {
    linkByHash: (hash: string) =>
      one<GuestLinkRecord>(
        "SELECT id, board, role, hash, until FROM guestLink WHERE hash = ? AND revokedAt IS NULL AND closedAt IS NULL",
        hash,
      ),
    /** Those that let in, newest first. */
    linksOf: (board: BoardId) =>
      all<GuestLinkRecord>(
        "SELECT id, board, role, hash, until FROM guestLink WHERE board = ? AND revokedAt IS NULL AND closedAt IS NULL ORDER BY createdAt DESC, rowid DESC",
        board,
      ),
    /** Whom the session visits boards as. */
    visitorsOf: (session: string) =>
      all<GuestRecord>(
        `SELECT guest.id AS guest, guestLink.board AS board, guest.name AS name,
           guestLink.role AS role, guestLink.until AS until
         FROM sessionGuest
         JOIN guest ON guest.id = sessionGuest.guest
         JOIN guestLink ON guestLink.id = guest.link
         WHERE sessionGuest.session = ? AND guest.endedAt IS NULL AND guestLink.revokedAt IS NULL
         ORDER BY sessionGuest.rowid`,
        session,
      ),
    /** Whether this guest ever came to the board. */
    isOf: (board: BoardId, guest: GuestId): boolean =>
      one(
        "SELECT 1 FROM guest JOIN guestLink ON guestLink.id = guest.link WHERE guest.id = ? AND guestLink.board = ?",
        guest,
        board,
      ) !== undefined,
    /** How many guests a link has let in. */
    countOf: (link: string): number =>
      one<{ count: number }>("SELECT count(*) AS count FROM guest WHERE link = ?", link)?.count ??
      0,
    /** When this guest's newest mark was made. */
    lastVisitOf: (guest: GuestId): number | undefined =>
      one<{ at: number }>("SELECT at FROM visit WHERE guest = ? ORDER BY at DESC LIMIT 1", guest)
        ?.at,
    /** Newest first. */
    visitsOf: (board: BoardId) =>
      all<VisitRecord>(
        `SELECT guest.id AS guest, guest.name AS name, guestLink.role AS role, visit.at AS at, guestLink.until AS until,
           guest.endedAt IS NOT NULL OR guestLink.revokedAt IS NOT NULL AS ended
         FROM visit
         JOIN guest ON guest.id = visit.guest
         JOIN guestLink ON guestLink.id = guest.link
         WHERE guestLink.board = ? ORDER BY visit.at DESC, visit.rowid DESC`,
        board,
      ),

    addLink: ({ id, board, role, hash, until }: GuestLinkRecord): Promise<void> =>
      commit(
        [
          write(
            "INSERT INTO guestLink VALUES (?, ?, ?, ?, ?, ?, NULL, NULL)",
            id,
            board,
            role,
            hash,
            until,
            now(),
          ),
        ],
        [],
      ),
    revokeLink: (board: BoardId, id: string): Promise<void> =>
      commit(
        [write("UPDATE guestLink SET revokedAt = ? WHERE id = ? AND board = ?", now(), id, board)],
        [],
      ),
    /** A guest who came by a link and for whom `session` stands on its board, with the mark of the visit. */
    add: (
      guest: { readonly id: GuestId; readonly name: string; readonly link: GuestLinkRecord },
      session: string,
    ): Promise<void> =>
      commit(
        [
          keepSession(session, now()),
          write(
            "INSERT INTO guest VALUES (?, ?, ?, ?, NULL)",
            guest.id,
            guest.link.id,
            guest.name,
            now(),
          ),
          write(
            "INSERT INTO sessionGuest VALUES (?, ?, ?) ON CONFLICT (session, board) DO UPDATE SET guest = excluded.guest",
            session,
            guest.link.board,
            guest.id,
          ),
          insertVisit(guest.id, now()),
        ],
        [],
      ),
    /** A guest who comes again, by this link from now on. */
    comeAgain: (guest: GuestId, link: GuestLinkRecord): Promise<void> =>
      commit(
        [
          write("UPDATE guest SET link = ? WHERE id = ?", link.id, guest),
          insertVisit(guest, now()),
        ],
        [],
      ),
    /** Ends a guest's visits; the link, which they know, lets nobody in any more. Others who came by it stay. */
    end: (guest: GuestId): Promise<void> =>
      commit(
        [
          write("UPDATE guest SET endedAt = ? WHERE id = ?", now(), guest),
          write(
            "UPDATE guestLink SET closedAt = ? WHERE id = (SELECT link FROM guest WHERE id = ?)",
            now(),
            guest,
          ),
        ],
        [],
      ),
    markVisit: (guest: GuestId): Promise<void> => commit([insertVisit(guest, now())], []),
  };
}
