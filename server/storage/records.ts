/**
 * Teams, members, sessions, invitations, boards and images as records: every statement about them.
 *
 * Reads come from a connection of the main thread that cannot write, at once; changes go through the
 * log worker and resolve when they are on disk. Decides no rights (shared/team) and makes no ids.
 */
import type { BlobHash, BoardId, MemberId, TeamId } from "../../shared/base/ids.ts";
import { clientsOf } from "./merge.ts";
import type { Append, Write } from "./messages.ts";
import type { Database, Statement, Value } from "./sqlite.ts";

export interface TeamRecord {
  readonly id: TeamId;
  readonly name: string;
}
export interface MemberRecord {
  readonly id: MemberId;
  readonly team: TeamId;
  readonly name: string;
}
/** One team a session belongs to, and as whom. */
export interface MembershipRecord {
  readonly team: TeamId;
  readonly teamName: string;
  readonly member: MemberId;
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

export type Commit = (writes: readonly Write[], appends: readonly Append[]) => Promise<void>;
export type Records = ReturnType<typeof createRecords>;

const write = (sql: string, ...values: readonly Value[]): Write => ({ sql, values });

export function createRecords(reader: Database, commit: Commit, now: () => number) {
  const statements = new Map<string, Statement>();
  const prepared = (sql: string): Statement => {
    const known = statements.get(sql) ?? reader.prepare(sql);
    statements.set(sql, known);
    return known;
  };
  const one = <T>(sql: string, ...values: Value[]): T | undefined =>
    prepared(sql).get(...values) as T | undefined;
  const all = <T>(sql: string, ...values: Value[]): readonly T[] =>
    prepared(sql).all(...values) as T[];

  const addMember = ({ id, team, name }: MemberRecord): Write =>
    write("INSERT INTO member VALUES (?, ?, ?, ?)", id, team, name, now());
  const insertInvitation = ({ id, team, hash }: InvitationRecord): Write =>
    write("INSERT INTO invitation VALUES (?, ?, ?, ?, NULL)", id, team, hash, now());
  /** The session stands for this member in the member's team, instead of whomever it stood for. */
  const bindSession = (session: string, { id, team }: MemberRecord): readonly Write[] => [
    write("INSERT OR IGNORE INTO session VALUES (?, ?)", session, now()),
    write(
      "INSERT INTO sessionMember VALUES (?, ?, ?) ON CONFLICT (session, team) DO UPDATE SET member = excluded.member",
      session,
      team,
      id,
    ),
  ];

  return {
    team: (id: TeamId) => one<TeamRecord>("SELECT id, name FROM team WHERE id = ?", id),
    /** In the order they joined. */
    membersOf: (team: TeamId) =>
      all<MemberRecord>(
        "SELECT id, team, name FROM member WHERE team = ? ORDER BY joinedAt, rowid",
        team,
      ),
    /** `since`: sessions begun before have expired. */
    membershipsOf: (session: string, since: number) =>
      all<MembershipRecord>(
        `SELECT team.id AS team, team.name AS teamName, member.id AS member, member.name AS name
         FROM sessionMember
         JOIN session ON session.hash = sessionMember.session
         JOIN team ON team.id = sessionMember.team
         JOIN member ON member.id = sessionMember.member
         WHERE sessionMember.session = ? AND session.createdAt >= ?
         ORDER BY sessionMember.rowid`,
        session,
        since,
      ),
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
          ...bindSession(session, member),
          insertInvitation(invitation),
        ],
        [],
      ),
    addInvitation: (invitation: InvitationRecord): Promise<void> =>
      commit([insertInvitation(invitation)], []),
    joinTeam: (member: MemberRecord, session: string): Promise<void> =>
      commit([addMember(member), ...bindSession(session, member)], []),
    /** A board together with the first update of its document, all of it its author's: both are there, or neither. */
    addBoard: (board: BoardRecord, first: Omit<Append, "newClients">): Promise<void> =>
      commit(
        [
          write(
            "INSERT INTO board VALUES (?, ?, ?, ?)",
            board.id,
            board.team,
            board.titleMirror,
            board.createdAt,
          ),
        ],
        [{ ...first, newClients: [...clientsOf(first.data)] }],
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
    addBlob: (blob: BlobRecord): Promise<void> =>
      commit(
        [
          write(
            "INSERT OR IGNORE INTO blob VALUES (?, ?, ?, ?, ?, ?, ?)",
            blob.board,
            blob.hash,
            blob.kind,
            blob.width,
            blob.height,
            blob.bytes,
            now(),
          ),
        ],
        [],
      ),
  };
}
