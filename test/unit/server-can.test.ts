/** Every role against every verb: who may do what is one table, and nobody may what it does not say. */
import { describe, expect, test } from "vitest";
import type { MemberId, TeamId } from "../../shared/base/ids.ts";
import { type Actor, can, type Verb, verbs } from "../../shared/team/can.ts";

const ours = "our-team" as TeamId;
const theirs = "their-team" as TeamId;
const member: Actor = { role: "member", memberId: "maya" as MemberId, teamId: ours };
const stranger: Actor = { role: "stranger" };

const allowed = (actor: Actor, teamId: TeamId): readonly Verb[] =>
  verbs.filter((verb) => can(actor, verb, { teamId }));

describe("in a team", () => {
  test("a member may do everything there is to do: members have equal rights", () => {
    expect(allowed(member, ours)).toEqual([
      "readTeam",
      "invite",
      "createBoard",
      "openBoard",
      "readLane",
      "writeLane",
      "readImage",
      "storeImage",
    ]);
  });

  test("a member of another team may do nothing", () => {
    expect(allowed(member, theirs)).toEqual([]);
  });

  test("a stranger may do nothing", () => {
    expect(allowed(stranger, ours)).toEqual([]);
  });
});
