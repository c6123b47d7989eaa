/**
 * Every role, every verb, on what is one's own and on what is another's: the expected answers are
 * written out here a second time, in the words of PRODUCT section 4, and nobody may what is not said.
 */
import { describe, expect, test } from "vitest";
import type { BoardId, GuestId, MemberId, TeamId } from "../../shared/base/ids.ts";
import { type Actor, can, type Subject, type Verb, verbs } from "../../shared/team/can.ts";

const teamId = "our-team" as TeamId;
const boardId = "our-board" as BoardId;
const maya = "maya-maya" as MemberId;
const tom = "tom-tom-tom" as MemberId;
const gail = "gail-gail" as GuestId;
const hugo = "hugo-hugo" as GuestId;

/** What there is to act on; the first is the world of all actors below, the rest is somebody else's. */
const subjects = {
  team: { teamId },
  board: { teamId, boardId },
  mayasOwn: { teamId, boardId, memberId: maya },
  gailsOwn: { teamId, boardId, guestId: gail },
  tomsOwn: { teamId, boardId, memberId: tom },
  hugosOwn: { teamId, boardId, guestId: hugo },
  otherBoard: { teamId, boardId: "other-board" as BoardId },
  onOtherBoard: { teamId, boardId: "other-board" as BoardId, guestId: gail, memberId: maya },
  otherTeam: { teamId: "their-team" as TeamId },
  otherTeamsBoard: { teamId: "their-team" as TeamId, boardId: "their-board" as BoardId },
  onOtherTeamsBoard: {
    teamId: "their-team" as TeamId,
    boardId: "their-board" as BoardId,
    guestId: gail,
    memberId: maya,
  },
} as const satisfies { readonly [name: string]: Subject };
type SubjectName = keyof typeof subjects;

const actors = {
  member: { role: "member", memberId: maya, teamId },
  criticalFriend: { role: "criticalFriend", guestId: gail, boardId },
  specialist: { role: "specialist", guestId: gail, boardId },
  staffReader: { role: "staffReader", guestId: gail, boardId },
  phone: { role: "phone", boardId },
  hostAdmin: { role: "hostAdmin" },
  stranger: { role: "stranger" },
} as const satisfies { readonly [role in Actor["role"]]: Actor };
type Role = Actor["role"];

const inTeam: readonly SubjectName[] = [
  "team",
  "board",
  "mayasOwn",
  "gailsOwn",
  "tomsOwn",
  "hugosOwn",
  "otherBoard",
  "onOtherBoard",
];
const onBoard: readonly SubjectName[] = ["board", "mayasOwn", "gailsOwn", "tomsOwn", "hugosOwn"];
const guests: readonly Role[] = ["criticalFriend", "specialist"];

/** Who may, and on what; everything else is refused. */
const expected: {
  readonly [verb in Verb]: readonly (readonly [readonly Role[], readonly SubjectName[]])[];
} = {
  readTeam: [[["member"], inTeam]],
  readTeamLane: [[["member"], inTeam]],
  writeTeamLane: [[["member"], inTeam]],
  invite: [[["member"], inTeam]],
  removeMember: [[["member"], inTeam]],
  createBoard: [[["member"], inTeam]],
  openBoard: [
    [["member"], inTeam],
    [guests, onBoard],
  ],
  readBoardLane: [
    [["member"], inTeam],
    [guests, onBoard],
  ],
  writeBoardLane: [[["member"], inTeam]],
  readTalkLane: [
    [["member"], inTeam],
    [guests, onBoard],
  ],
  writeTalkLane: [[["member"], inTeam]],
  readGuestLane: [
    [["member"], inTeam],
    [guests, ["gailsOwn"]],
  ],
  writeGuestLane: [[guests, ["gailsOwn"]]],
  readPrivateLane: [[["member"], ["mayasOwn", "onOtherBoard"]]],
  writePrivateLane: [[["member"], ["mayasOwn", "onOtherBoard"]]],
  readImage: [
    [["member"], inTeam],
    [guests, onBoard],
  ],
  storeImage: [[["member"], inTeam]],
  coverPage: [
    [["member"], inTeam],
    [guests, onBoard],
  ],
  uncoverPage: [[["member"], inTeam]],
  usePhone: [[["member"], ["mayasOwn", "onOtherBoard"]]],
  sendPicture: [[["phone"], onBoard]],
  readChanges: [[["member"], inTeam]],
  readVersions: [[["member"], inTeam]],
  keepVersion: [[["member"], inTeam]],
  restoreVersion: [[["member"], inTeam]],
  reveal: [[["member"], inTeam]],
  seeGuests: [[["member"], inTeam]],
  letGuestsIn: [[["member"], inTeam]],
  readAccessLog: [[["hostAdmin"], Object.keys(subjects) as SubjectName[]]],
};

describe.each(Object.keys(actors) as Role[])("a %s", (role) => {
  test.each(verbs)("may %s exactly where the table says so", (verb) => {
    const may = (Object.keys(subjects) as SubjectName[]).filter((name) =>
      can(actors[role], verb, subjects[name]),
    );
    const should = expected[verb].flatMap(([roles, names]) => (roles.includes(role) ? names : []));
    expect(may.toSorted()).toEqual([...should].toSorted());
  });
});

test("what is in a private lane is for one person alone, whoever asks", () => {
  const readers = Object.values(actors).filter((actor) =>
    can(actor, "readPrivateLane", subjects.tomsOwn),
  );
  expect(readers).toEqual([]);
});
