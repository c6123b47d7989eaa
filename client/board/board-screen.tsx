/**
 * The board's page: asks the server for what it needs, opens the session, and says kindly what is the
 * matter where it cannot. What a board looks like is board-frame.tsx.
 */
import { Suspense, useCallback, useMemo } from "react";
import type { BoardId } from "../../shared/base/ids.ts";
import type { BoardAnswer } from "../../shared/protocol/api.ts";
import { errors } from "../../shared/protocol/errors.ts";
import { findLeftovers } from "../sync/leftovers.ts";
import { sessionOf } from "../sync/session-of.ts";
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

function OpenBoard({ board }: { readonly board: BoardAnswer }) {
  const opening = useOpening(useCallback(() => sessionOf(board), [board]));
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
