/**
 * The bodies of the HTTP routes, as the README documents them. Both sides import these shapes; the
 * server checks every request against its own schema, the page trusts its server.
 */
import type { BlobHash, BoardId, MemberId, TeamId } from "../base/ids.ts";

export interface StartRequest {
  readonly teamName: string;
  readonly name: string;
}
export interface StartAnswer {
  readonly teamId: TeamId;
  readonly memberId: MemberId;
  /** The invitation's token; a link carries it in its fragment: `/join#<token>`. */
  readonly invite: string;
}
export interface JoinRequest {
  readonly token: string;
  readonly name: string;
}
export interface JoinAnswer {
  readonly teamId: TeamId;
  readonly memberId: MemberId;
}
/** `POST /api/invitations/look {token}`: whose invitation it is, before joining. */
export interface InvitationAnswer {
  readonly teamName: string;
}
export interface TeamOfMine {
  readonly teamId: TeamId;
  readonly teamName: string;
  readonly memberId: MemberId;
  /** The name this person goes by in this team. */
  readonly name: string;
  /** The current invitation's token. */
  readonly invite: string;
}
/** `GET /api/me`. */
export interface MeAnswer {
  readonly teams: readonly TeamOfMine[];
}
export interface MemberSummary {
  readonly memberId: MemberId;
  readonly name: string;
}
/** `GET /api/teams/:teamId`: the team's home, for its members. */
export interface TeamAnswer {
  readonly teamId: TeamId;
  readonly teamName: string;
  /** The current invitation's token. */
  readonly invite: string;
  /** Who asks. */
  readonly me: MemberSummary;
  /** Everybody in the team, in the order they came. */
  readonly members: readonly MemberSummary[];
}
export interface CreateBoardRequest {
  readonly title: string;
}
export interface CreateBoardAnswer {
  readonly boardId: BoardId;
}
export interface BoardSummary {
  readonly boardId: BoardId;
  readonly title: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
}
/** `GET /api/teams/:teamId/boards`. */
export interface BoardsAnswer {
  readonly boards: readonly BoardSummary[];
}
/** `GET /api/boards/:boardId`: what the page needs to open a board. */
export interface BoardAnswer {
  readonly boardId: BoardId;
  readonly teamId: TeamId;
  readonly teamName: string;
  readonly title: string;
  /** Who asks. */
  readonly me: MemberSummary;
  readonly members: readonly MemberSummary[];
}
/** `POST /api/boards/:boardId/blobs` with the image as raw body. */
export interface StoreBlobAnswer {
  readonly hash: BlobHash;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}
