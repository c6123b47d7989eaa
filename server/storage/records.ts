/**
 * Teams, members, invitations, boards and images as records: every statement about them. Sessions and
 * guests have files of their own beside this one, and are reached through it.
 *
 * Reads come from a connection of the main thread that cannot write, at once; changes go through the
 * log worker and resolve when they are on disk. Decides no rights (shared/team) and makes no ids.
 */
import type { BlobHash, BoardId, MemberId, PageId, TeamId } from "../../shared/base/ids.ts";
import { createGuestRecords } from "./guest-records.ts";
import { clientsOf } from "./merge.ts";
import type { Append, Write } from "./messages.ts";
import { type Commit, createQueries, write } from "./queries.ts";
import { bindSession, createSessionRecords } from "./session-records.ts";
import type { Database } from "./sqlite.ts";

export interface TeamRecord {
  readonly id: TeamId;
  readonly name: string;
}
export interface MemberRecord {
  readonly id: MemberId;
  readonly team: TeamId;
  readonly name: string;
}
export interface InvitationRecord {
  readonly id: string;
  readonly team: TeamId;
  /** sha256 of its token. */
  readonly hash: string;
}
export interface BoardRecord {
  readonly id: BoardId;
  readonly team: TeamId;
  /** The document's title when last saved. */
  readonly titleMirror: string;
  readonly createdAt: number;
}
export type ImageKind = "image/png" | "image/jpeg" | "image/webp";
export interface BlobRecord {
  readonly board: BoardId;
  readonly hash: BlobHash;
  readonly kind: ImageKind;
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
}

export interface CoveredImage {
  readonly page: PageId;
  readonly hash: BlobHash;
}

export type Records = ReturnType<typeof createRecords>;

export function createRecords(reader: Database, commit: Commit, now: () => number) {
  const queries = createQueries(reader);
  const { one, all } = queries;

  const addMember = ({ id, team, name }: MemberRecord): Write =>
    write(
      "INSERT INTO member (id, team, name, joinedAt) VALUES (?, ?, ?, ?)",
      id,
      team,
      name,
      now(),
    );
  const insertInvitation = ({ id, team, hash }: InvitationRecord): Write =>
    write("INSERT INTO invitation VALUES (?, ?, ?, ?, NULL)", id, team, hash, now());
  const revokeInvitations = (team: TeamId): Write =>
    write("UPDATE invitation SET revokedAt = ? WHERE team = ? AND revokedAt IS NULL", now(), team);
  const insertBoard = ({ id, team, titleMirror, createdAt }: BoardRecord): Write =>
    write("INSERT INTO board VALUES (?, ?, ?, ?)", id, team, titleMirror, createdAt);
  const insertBlob = ({ board, hash, kind, width, height, bytes }: BlobRecord): Write =>
    write(
      "INSERT OR IGNORE INTO blob VALUES (?, ?, ?, ?, ?, ?, ?)",
      board,
      hash,
      kind,
      width,
      height,
      bytes,
      now(),
    );

  return {
    sessions: createSessionRecords(queries, commit, now),
    guests: createGuestRecords(queries, commit, now),

    team: (id: TeamId) => one<TeamRecord>("SELECT id, name FROM team WHERE id = ?", id),
    /** In the order they joined; those who have left are not among them. */
    membersOf: (team: TeamId) =>
      all<MemberRecord>(
        "SELECT id, team, name FROM member WHERE team = ? AND leftAt IS NULL ORDER BY joinedAt, rowid",
        team,
      ),
    /** Members, those who have left too, and guests who have written in one of these lanes. */
    authorsOf: (lanes: readonly string[]) =>
      all<{ id: string; name: string }>(
        `SELECT id, name FROM (SELECT id, name FROM member UNION ALL SELECT id, name FROM guest)
         WHERE id IN (SELECT owner FROM author WHERE doc IN (SELECT value FROM json_each(?)))
         ORDER BY name, id`,
        JSON.stringify(lanes),
      ),
    /** What a lane's copies elsewhere must not be older than; 0 for one that was never written. */
    epochOf: (lane: string): number =>
      one<{ epoch: number }>("SELECT epoch FROM doc WHERE id = ?", lane)?.epoch ?? 0,
    invitationByHash: (hash: string) =>
      one<InvitationRecord>(
        "SELECT id, team, hash FROM invitation WHERE hash = ? AND revokedAt IS NULL",
        hash,
      ),
    /** The newest invitation that holds. */
    invitationOf: (team: TeamId) =>
      one<InvitationRecord>(
        "SELECT id, team, hash FROM invitation WHERE team = ? AND revokedAt IS NULL ORDER BY createdAt DESC, rowid DESC LIMIT 1",
        team,
      ),
    board: (id: BoardId) =>
      one<BoardRecord>("SELECT id, team, titleMirror, createdAt FROM board WHERE id = ?", id),
    /** Newest first. */
    boardsOf: (team: TeamId) =>
      all<BoardRecord>(
        "SELECT id, team, titleMirror, createdAt FROM board WHERE team = ? ORDER BY createdAt DESC, rowid DESC",
        team,
      ),
    blob: (board: BoardId, hash: BlobHash) =>
      one<BlobRecord>(
        "SELECT board, hash, kind, width, height, bytes FROM blob WHERE board = ? AND hash = ?",
        board,
        hash,
      ),

    /** Whether the image is one of a page that was covered and not shown again since. */
    isCovered: (board: BoardId, hash: BlobHash): boolean =>
      one("SELECT 1 FROM covered WHERE board = ? AND hash = ? LIMIT 1", board, hash) !== undefined,
    /** The images of pages that were covered and not shown again since. */
    coveredImages: (board: BoardId): readonly BlobHash[] =>
      all<{ hash: BlobHash }>("SELECT DISTINCT hash FROM covered WHERE board = ?", board).map(
        ({ hash }) => hash,
      ),

    /** A team with its first member, whom `session` stands for, and its first invitation. */
    startTeam: (
      team: TeamRecord,
      member: MemberRecord,
      session: string,
      invitation: InvitationRecord,
    ): Promise<void> =>
      commit(
        [
          write("INSERT INTO team VALUES (?, ?, ?)", team.id, team.name, now()),
          addMember(member),
          ...bindSession(session, member, now()),
          insertInvitation(invitation),
        ],
        [],
      ),
    /** A new invitation in the place of those before, which open nothing any more. */
    renewInvitation: (invitation: InvitationRecord): Promise<void> =>
      commit([revokeInvitations(invitation.team), insertInvitation(invitation)], []),
    /**
     * No session stands for the member any more; the name stays with what they wrote. The last one of a
     * team stays, whoever asks at once.
     */
    removeMember: (
      { id, team }: Pick<MemberRecord, "id" | "team">,
      invitation: InvitationRecord | undefined,
    ): Promise<void> =>
      commit(
        [
          write(
            `UPDATE member SET leftAt = ? WHERE id = ? AND team = ?
             AND (SELECT count(*) FROM member WHERE team = ? AND leftAt IS NULL) > 1`,
            now(),
            id,
            team,
            team,
          ),
          write(
            "DELETE FROM sessionMember WHERE member IN (SELECT id FROM member WHERE id = ? AND leftAt IS NOT NULL)",
            id,
          ),
          ...(invitation ? [revokeInvitations(team), insertInvitation(invitation)] : []),
        ],
        [],
      ),
    joinTeam: (member: MemberRecord, session: string): Promise<void> =>
      commit([addMember(member), ...bindSession(session, member, now())], []),
    /** A board together with the first update of its document, all of it its author's: both are there, or neither. */
    addBoard: (board: BoardRecord, first: Omit<Append, "newClients">): Promise<void> =>
      commit([insertBoard(board)], [{ ...first, newClients: [...clientsOf(first.data)] }]),
    /** A board with all it holds, each lane's state as one update: everything is there, or nothing. */
    importBoard: (
      board: BoardRecord,
      images: readonly BlobRecord[],
      lanes: readonly Omit<Append, "newClients">[],
    ): Promise<void> =>
      commit(
        [insertBoard(board), ...images.map(insertBlob)],
        lanes.map((lane) => ({ ...lane, newClients: [...clientsOf(lane.data)] })),
      ),
    mirrorTitle: (board: BoardId, title: string): Promise<void> =>
      commit(
        [
          write(
            "UPDATE board SET titleMirror = ? WHERE id = ? AND titleMirror <> ?",
            title,
            board,
            title,
          ),
        ],
        [],
      ),
    addBlob: (blob: BlobRecord): Promise<void> => commit([insertBlob(blob)], []),
    cover: (board: BoardId, images: readonly CoveredImage[]): Promise<void> =>
      commit(
        images.map(({ page, hash }) =>
          write("INSERT OR IGNORE INTO covered VALUES (?, ?, ?)", board, page, hash),
        ),
        [],
      ),
    /** These alone: what their pages showed before they were masked under a cover stays refused. */
    uncover: (board: BoardId, images: readonly CoveredImage[]): Promise<void> =>
      commit(
        images.map(({ hash }) =>
          write("DELETE FROM covered WHERE board = ? AND hash = ?", board, hash),
        ),
        [],
      ),
  };
}
