/**
 * Who may do what: one pure table, asked by the sockets and by HTTP alike, so that both always answer
 * the same. It is PRODUCT's section 4 as code.
 *
 * A guest's rights end at the board they were let in to, a member's at the team. A staff reader reads
 * proposals addressed to them and opens no board; a host admin runs the machine and reads nothing of
 * anybody's. Knows no sessions: the server finds out who asks, and passes the actor.
 * test/unit/server-can.test.ts writes out every answer, test/integration/rights.test.ts asks the wire.
 */
import type { BoardId, GuestId, MemberId, TeamId } from "../base/ids.ts";

/** How somebody from outside the team may be let in. */
export type GuestRole = "criticalFriend" | "specialist" | "staffReader";

/** Who asks. A session may stand for several members, one in each of its teams, and visit several boards. */
export type Actor =
  | { readonly role: "member"; readonly memberId: MemberId; readonly teamId: TeamId }
  | { readonly role: GuestRole; readonly guestId: GuestId; readonly boardId: BoardId }
  /** A member's phone, for as long as their line is open: it hands over pictures and sees nothing. */
  | { readonly role: "phone"; readonly boardId: BoardId }
  | { readonly role: "hostAdmin" }
  | { readonly role: "stranger" };

/** What the act is on: a team, one of its boards, or what is one guest's or one member's on a board. */
export interface Subject {
  readonly teamId: TeamId;
  readonly boardId?: BoardId;
  readonly guestId?: GuestId;
  readonly memberId?: MemberId;
}

export const verbs = [
  "readTeam",
  "readTeamLane",
  "writeTeamLane",
  "invite",
  "removeMember",
  "createBoard",
  "openBoard",
  "readBoardLane",
  "writeBoardLane",
  "readTalkLane",
  "writeTalkLane",
  "readGuestLane",
  "writeGuestLane",
  "readPrivateLane",
  "writePrivateLane",
  "readImage",
  "storeImage",
  "coverPage",
  "uncoverPage",
  "usePhone",
  "sendPicture",
  "readChanges",
  "readVersions",
  "keepVersion",
  "restoreVersion",
  "reveal",
  "seeGuests",
  "letGuestsIn",
  "readAccessLog",
] as const;
export type Verb = (typeof verbs)[number];

/** `own`: only on what is the actor's own, as a guest or as a member. */
type Rights = { readonly [verb in Verb]?: "yes" | "own" };

const guestOfBoard: Rights = {
  openBoard: "yes",
  readBoardLane: "yes",
  readTalkLane: "yes",
  readGuestLane: "own",
  writeGuestLane: "own",
  readImage: "yes",
  coverPage: "yes",
};

const rights: { readonly [role in Actor["role"]]: Rights } = {
  member: {
    readTeam: "yes",
    readTeamLane: "yes",
    writeTeamLane: "yes",
    invite: "yes",
    removeMember: "yes",
    createBoard: "yes",
    openBoard: "yes",
    readBoardLane: "yes",
    writeBoardLane: "yes",
    readTalkLane: "yes",
    writeTalkLane: "yes",
    readGuestLane: "yes",
    readPrivateLane: "own",
    writePrivateLane: "own",
    readImage: "yes",
    storeImage: "yes",
    coverPage: "yes",
    uncoverPage: "yes",
    usePhone: "own",
    readChanges: "yes",
    readVersions: "yes",
    keepVersion: "yes",
    restoreVersion: "yes",
    reveal: "yes",
    seeGuests: "yes",
    letGuestsIn: "yes",
  },
  criticalFriend: guestOfBoard,
  specialist: guestOfBoard,
  staffReader: {},
  phone: { sendPicture: "yes" },
  hostAdmin: { readAccessLog: "yes" },
  stranger: {},
};

/** Whether `actor` may do `verb` on `subject`. A member of another team is a stranger to this one. */
export function can(actor: Actor, verb: Verb, subject: Subject): boolean {
  const right = rights[actor.role][verb];
  if (right === undefined) return false;
  switch (actor.role) {
    case "member":
      if (actor.teamId !== subject.teamId) return false;
      return right === "yes" || actor.memberId === subject.memberId;
    case "criticalFriend":
    case "specialist":
    case "staffReader":
      if (actor.boardId !== subject.boardId) return false;
      return right === "yes" || actor.guestId === subject.guestId;
    case "phone":
      return actor.boardId === subject.boardId;
    case "hostAdmin":
    case "stranger":
      return right === "yes";
  }
}
