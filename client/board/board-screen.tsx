/**
 * The board's page: asks the server for what it needs, opens the session, and says kindly what is the
 * matter where it cannot. What a board looks like is board-frame.tsx.
 */
import { Suspense, useCallback, useMemo } from "react";
import type { BoardId } from "../../shared/base/ids.ts";
import type { BoardAnswer } from "../../shared/protocol/api.ts";
import { errors } from "../../shared/protocol/errors.ts";
import { type Lane, laneName } from "../../shared/protocol/lanes.ts";
import { createBoardSession } from "../sync/board-session.ts";
import { socketUrlHere } from "../sync/lane-connection.ts";
import { findLeftovers } from "../sync/leftovers.ts";
import { BoardProvider } from "../sync/use-board.tsx";
import { useOpening } from "../sync/use-opening.ts";
import { boardAsked } from "../team/ask-ahead.ts";
import { Loading, Trouble, type TroubleProps } from "../team/trouble.tsx";
import { useAnswer } from "../team/use-answer.ts";
import { WhileAllowed } from "../team/while-allowed.tsx";
import { BoardFrame } from "./board-frame.tsx";
import { BoardLeftovers, TalkLeftovers } from "./keeping/past-parts.ts";

export function BoardScreen({ boardId }: { readonly boardId: BoardId }) {
  const { answer, again } = useAnswer(boardId, () => boardAsked(boardId));
  if (!answer) return <Loading />;
  if (!answer.ok) return <NoBoard boardId={boardId} code={answer.code} again={again} />;
  return <OpenBoard key={boardId} board={answer.value} />;
}

/** The board is closed to this person; what they did not get to save there is still theirs. */
function NoBoard(props: TroubleProps & { readonly boardId: BoardId }) {
  const { boardId, code, again } = props;
  const found = useMemo(() => {
    const anybody = { member: undefined, inUse: undefined, onServer: undefined };
    const of = (kind: "board" | "talk") =>
      errors[code].retryable
        ? Promise.resolve([])
        : findLeftovers({ lane: { kind, boardId }, ...anybody }).catch(() => []);
    return { board: of("board"), talk: of("talk") };
  }, [boardId, code]);
  return (
    <>
      <Suspense>
        <BoardLeftovers found={found.board} />
        <TalkLeftovers found={found.talk} />
      </Suspense>
      <Trouble code={code} again={again} />
    </>
  );
}

/** How often a lane was put back; never, where the answer does not name it. */
const epochOf = ({ epochs }: BoardAnswer, lane: Lane): number => epochs[laneName(lane)] ?? 0;

function OpenBoard({ board }: { readonly board: BoardAnswer }) {
  const opening = useOpening(
    useCallback(
      () =>
        createBoardSession({
          boardId: board.boardId,
          me: board.me,
          members: board.members,
          epoch: board.epoch,
          talkEpoch: epochOf(board, { kind: "talk", boardId: board.boardId }),
          ownEpoch: epochOf(board, {
            kind: "private",
            boardId: board.boardId,
            memberId: board.me.memberId,
          }),
          canWrite: board.canWrite,
          // What a team lends until a date does not stay behind in somebody else's browser.
          isKept: board.role === "member",
          role: board.role === "member" ? undefined : board.role,
          socketUrl: socketUrlHere(),
        }),
      [board],
    ),
  );
  if (opening?.isLoaded) {
    return (
      <BoardProvider session={opening.session}>
        <WhileAllowed>
          <BoardFrame board={board} />
        </WhileAllowed>
      </BoardProvider>
    );
  }
  if (opening?.refusal) return <Trouble code={opening.refusal} again={() => location.reload()} />;
  return <Loading />;
}
