/**
 * The one answer to "may this session come into this lane, and as whom". Sockets ask it when they open,
 * after every revocation and every half minute, so that nobody stays where they may not be.
 *
 * A lane of a team or board that does not exist is answered as one that belongs to others: nobody learns
 * which there are. Who may do what is shared/team's; test/integration/rights.test.ts asks for every lane.
 */
import type { ErrorCode } from "../../shared/protocol/errors.ts";
import { type Lane, laneName } from "../../shared/protocol/lanes.ts";
import { can, type Subject, type Verb } from "../../shared/team/can.ts";
import type { Records } from "../storage/records.ts";
import { actorOn, authorOf, type SessionRef, type Sessions } from "./sessions.ts";
import type { VisitMarks } from "./visit-marks.ts";

export type LaneAccess =
  | {
      readonly ok: true;
      readonly lane: Lane;
      /** A member's or guest's id. */
      readonly author: string;
      readonly canWrite: boolean;
      /** A client that holds the lane under a lower one must load it anew. */
      readonly epochNow: number;
    }
  | { readonly ok: false; readonly code: ErrorCode };

export type AccessToLanes = (session: SessionRef | undefined, lane: Lane) => LaneAccess;

const verbs: { readonly [kind in Lane["kind"]]: { readonly read: Verb; readonly write: Verb } } = {
  board: { read: "readBoardLane", write: "writeBoardLane" },
  talk: { read: "readTalkLane", write: "writeTalkLane" },
  guest: { read: "readGuestLane", write: "writeGuestLane" },
  private: { read: "readPrivateLane", write: "writePrivateLane" },
  team: { read: "readTeamLane", write: "writeTeamLane" },
};

export function createAccessToLanes(
  records: Records,
  sessions: Sessions,
  marks: VisitMarks,
): AccessToLanes {
  function subjectOf(lane: Lane): Subject | undefined {
    if (lane.kind === "team") return { teamId: lane.teamId };
    const teamId = records.board(lane.boardId)?.team;
    if (teamId === undefined) return undefined;
    const { boardId } = lane;
    if (lane.kind === "private") return { teamId, boardId, memberId: lane.memberId };
    if (lane.kind === "guest") return { teamId, boardId, guestId: lane.guestId };
    return { teamId, boardId };
  }

  return (ref, lane) => {
    const session = ref && sessions.find(ref);
    if (!session) return { ok: false, code: "not_signed_in" };
    const subject = subjectOf(lane);
    if (!subject) return { ok: false, code: "not_a_member" };
    const actor = actorOn(session, subject);
    const { read, write } = verbs[lane.kind];
    const author = authorOf(actor);
    if (author === undefined || !can(actor, read, subject)) {
      return { ok: false, code: "not_a_member" };
    }
    if (lane.kind === "guest" && !records.guests.isOf(lane.boardId, lane.guestId)) {
      return { ok: false, code: "not_found" };
    }
    if (actor.role !== "member") marks.mark(actor);
    const canWrite = can(actor, write, subject);
    return { ok: true, lane, author, canWrite, epochNow: records.epochOf(laneName(lane)) };
  };
}
