/**
 * The bodies of the HTTP routes, as the README documents them. Both sides import these shapes; the
 * server checks every request against its own schema, the page trusts its server.
 */
import type { BlobHash, BoardId, GuestId, MemberId, TeamId } from "../base/ids.ts";
import type { GuestRole } from "../team/can.ts";

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
  /** Of the team's lane. */
  readonly epoch: number;
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
  /** Who asks; a guest by their guest id. */
  readonly me: MemberSummary;
  /**
   * Whose names the board may show. For members: everybody in the team, in the order they came, and then
   * those who wrote here and have left, or were guests. For guests: those who wrote here.
   */
  readonly members: readonly MemberSummary[];
  readonly role: "member" | GuestRole;
  /** Whether the board's and the talk's lanes take what this person writes. */
  readonly canWrite: boolean;
  /** Of the board's lane: what is kept of it under a lower one is out of date. */
  readonly epoch: number;
  /** Of every lane of the board that this person may open and that is past epoch 0, by its name. */
  readonly epochs: { readonly [lane: string]: number };
  /** For guests. */
  readonly visit?: Visit;
}
/** `POST /api/boards/:boardId/blobs` with the image as raw body. */
export interface StoreBlobAnswer {
  readonly hash: BlobHash;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}
/** `POST /api/boards/:boardId/phones`: a line by which one phone hands pictures to this computer. */
export interface OpenPhoneLineAnswer {
  readonly lineId: string;
  /** Good for the first phone that brings it. A link carries it in its fragment, beside the key: `/phone#<token>.<key>`. */
  readonly token: string;
  /** When it ends at the latest: milliseconds since 1970. */
  readonly until: number;
}
/** `GET /api/boards/:boardId/phones/:lineId?since=<version>`: at once, or when something has changed since. */
export interface PhoneLineAnswer {
  readonly version: number;
  /** Whether a phone has come. */
  readonly isJoined: boolean;
  /** Ids of the pictures to be fetched, in order. */
  readonly waiting: readonly string[];
  readonly until: number;
}
/** `POST /api/phone {token}`, by the phone. */
export interface JoinPhoneLineAnswer {
  /** What the phone says who it is with: `Authorization: Bearer <phone>`. */
  readonly phone: string;
  readonly until: number;
}
/** `GET /api/phone?since=<version>`: what became of the phone's pictures, by their ids. */
export interface PhoneAnswer {
  readonly version: number;
  readonly until: number;
  readonly waiting: readonly string[];
  readonly received: readonly string[];
  readonly unreadable: readonly string[];
}
/** A named state of a board that can be gone back to. */
export interface VersionSummary {
  readonly versionId: string;
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Who kept it; null for one the server kept by itself. */
  readonly by: MemberSummary | null;
}
/** `GET /api/boards/:boardId/versions`, newest first. */
export interface VersionsAnswer {
  readonly versions: readonly VersionSummary[];
}
/** `POST /api/boards/:boardId/versions`, answered by the version with 201. */
export interface KeepVersionRequest {
  readonly name: string;
}
/** `POST /api/boards/:boardId/versions/:versionId/restore`. */
export interface RestoreRequest {
  /** `copy`: a new board beside this one; `here`: this board itself, for everybody. */
  readonly as: "copy" | "here";
}
export interface RestoreAnswer {
  readonly boardId: BoardId;
}
/** The records of a board that a change can be of. */
export type ChangedKind =
  | "board"
  | "paper"
  | "page"
  | "pile"
  | "region"
  | "note"
  | "stroke"
  | "shape"
  | "need"
  | "evidence"
  | "resource"
  | "nextStep"
  | "column";
/** What became of one record since a time: one entry a record and person, the latest. */
export interface BoardChange {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** A member's or guest's id, or "server". */
  readonly by: string;
  readonly kind: ChangedKind;
  /** The record's id; the board's own for `board`: its title and question. */
  readonly id: string;
  readonly how: "added" | "changed" | "removed";
}
/** `GET /api/boards/:boardId/changes?since=<ms>`, newest first. */
export interface ChangesAnswer {
  readonly changes: readonly BoardChange[];
  /** What to ask with next time: milliseconds since 1970, by the server's clock. */
  readonly until: number;
}
/** As whom somebody from outside the team can be let in to a board. Staff readers come in with proposals. */
export const guestRoles = ["criticalFriend", "specialist"] as const satisfies readonly GuestRole[];
/** What whoever visits a board is told of their visit. */
export interface Visit {
  readonly role: GuestRole;
  /** When it ends: milliseconds since 1970. */
  readonly until: number;
}
/** A link by which guests come to one board. Its token is told once, when it is made. */
export interface GuestLink {
  readonly linkId: string;
  readonly role: GuestRole;
  /** Milliseconds since 1970. */
  readonly until: number;
}
/** One coming of one guest, as the team sees it. */
export interface GuestVisit {
  readonly guestId: GuestId;
  readonly name: string;
  readonly role: GuestRole;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Whether this guest can come again. */
  readonly isOpen: boolean;
}
/**
 * `GET /api/boards/:boardId/guests`, for members: the links that open it, and who came, newest first.
 * `DELETE /api/boards/:boardId/visits/:guestId` sends one guest away.
 */
export interface GuestsAnswer {
  readonly links: readonly GuestLink[];
  readonly visits: readonly GuestVisit[];
}
/** `POST /api/boards/:boardId/guests`; `DELETE /api/boards/:boardId/guests/:linkId` takes it back. */
export interface MakeGuestLinkRequest {
  readonly role: GuestRole;
  readonly days: number;
}
export interface MakeGuestLinkAnswer extends GuestLink {
  /** A link carries it in its fragment: `/visit#<token>`. */
  readonly token: string;
}
/** `POST /api/visits/look {token}`: what a guest's link opens, before coming in. */
export interface LookAtVisitAnswer extends Visit {
  readonly teamName: string;
  readonly boardTitle: string;
}
/** `POST /api/visits`. */
export interface VisitRequest {
  readonly token: string;
  readonly name: string;
}
export interface VisitAnswer {
  readonly boardId: BoardId;
}
/**
 * `POST /api/teams/:teamId/invitation`: a new invitation; the old one opens nothing any more. Members
 * are removed by `DELETE /api/teams/:teamId/members/:memberId`, oneself included; `POST /api/sign-out`.
 */
export interface RenewInvitationAnswer {
  readonly invite: string;
}
/** `GET /api/sessions`: where whoever asks is signed in; `DELETE /api/sessions/:sessionId` ends one. */
export interface SessionsAnswer {
  readonly sessions: readonly {
    readonly sessionId: string;
    /** When it began: milliseconds since 1970. */
    readonly since: number;
    /** The one that asks. */
    readonly isThis: boolean;
  }[];
}
/**
 * `POST /api/boards/:boardId/reveals`: copies what every member has put down privately in one act (a sort,
 * silent notes, a poll) into the board, all at once. Asked again, it adds what has come in since.
 */
export interface RevealRequest {
  readonly kind: "sort" | "notes" | "poll";
  /** The id of the act. */
  readonly act: string;
}
export interface RevealAnswer {
  /** When it was first revealed: milliseconds since 1970. */
  readonly at: number;
  /** By which member. */
  readonly by: MemberId;
}
/**
 * `POST /api/boards/:boardId/progress`: counts in the private lanes how many members began an act and how
 * many have finished it, and says it to everybody on the board; who is told to nobody.
 */
export type ProgressRequest = RevealRequest;
export interface ProgressAnswer {
  readonly began: number;
  readonly finished: number;
  /** The server's clock: milliseconds since 1970. */
  readonly now: number;
}
