/** A board's session, from what the server said of the board and of whoever asks. */
import type { BoardAnswer } from "../../shared/protocol/api.ts";
import { type Lane, laneName } from "../../shared/protocol/lanes.ts";
import { type BoardSession, createBoardSession } from "./board-session.ts";
import { socketUrlHere } from "./lane-connection.ts";

/** How often a lane was put back; never, where the answer does not name it. */
const epochOf = ({ epochs }: BoardAnswer, lane: Lane): number => epochs[laneName(lane)] ?? 0;

/** `looks`: nothing is changed from here, nothing kept in this browser, and nobody there sees that somebody reads. */
export function sessionOf(board: BoardAnswer, looks = false): BoardSession {
  const { boardId, me, members, epoch, role } = board;
  const session = createBoardSession({
    boardId,
    me,
    members,
    epoch,
    talkEpoch: epochOf(board, { kind: "talk", boardId }),
    ownEpoch: epochOf(board, { kind: "private", boardId, memberId: me.memberId }),
    canWrite: board.canWrite && !looks,
    // What a team lends until a date does not stay behind in somebody else's browser.
    isKept: role === "member" && !looks,
    role: role === "member" ? undefined : role,
    socketUrl: socketUrlHere(),
  });
  if (looks) for (const lane of [session, session.talk]) lane.presence.destroy();
  return session;
}
