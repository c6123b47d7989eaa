/**
 * The board's page: asks the server for what it needs, opens the session, and says kindly what is the
 * matter where it cannot. What a board looks like is board-frame.tsx.
 */
import { type ReactNode, useEffect, useMemo, useState } from "react";
import type { BoardId } from "../../shared/base/ids.ts";
import type { BoardAnswer } from "../../shared/protocol/api.ts";
import { type ErrorCode, errors } from "../../shared/protocol/errors.ts";
import { type BoardSession, createBoardSession } from "../sync/board-session.ts";
import { socketUrlHere } from "../sync/lane-connection.ts";
import { findLeftovers } from "../sync/leftovers.ts";
import { BoardProvider, useRefusal, useUnsaved } from "../sync/use-board.tsx";
import { boardOf } from "../team/api.ts";
import { Loading, Trouble, type TroubleProps } from "../team/trouble.tsx";
import { useAnswer } from "../team/use-answer.ts";
import { BoardFrame } from "./board-frame.tsx";
import { LeftoverNote } from "./keeping/leftover-note.tsx";

export function BoardScreen({ boardId }: { readonly boardId: BoardId }) {
  const { answer, again } = useAnswer(boardId, () => boardOf(boardId));
  if (!answer) return <Loading />;
  if (!answer.ok) return <NoBoard boardId={boardId} code={answer.code} again={again} />;
  return <OpenBoard key={boardId} board={answer.value} />;
}

/** The board is closed to this person; what they did not get to save there is still theirs. */
function NoBoard(props: TroubleProps & { readonly boardId: BoardId }) {
  const { boardId, code, again } = props;
  const found = useMemo(() => {
    if (errors[code].retryable) return Promise.resolve([]);
    const anybody = { member: undefined, inUse: undefined, onServer: undefined };
    return findLeftovers({ lane: { kind: "board", boardId }, ...anybody }).catch(() => []);
  }, [boardId, code]);
  return (
    <>
      <LeftoverNote found={found} />
      <Trouble code={code} again={again} />
    </>
  );
}

interface Opening {
  readonly session: BoardSession;
  readonly isLoaded: boolean;
  readonly refusal: ErrorCode | undefined;
}

function OpenBoard({ board }: { readonly board: BoardAnswer }) {
  const opening = useOpening(board);
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

/**
 * The board, until the right to see it is taken back or has run out: then the papers leave this screen at
 * once, unless there is unsaved work, which is to be downloaded first.
 */
function WhileAllowed({ children }: { readonly children: ReactNode }) {
  const refusal = useRefusal();
  const hasUnsaved = useUnsaved();
  if (refusal !== "access_ended" || hasUnsaved) return children;
  return <Trouble code={refusal} again={() => location.reload()} />;
}

/** A session for as long as the view is there; undefined until it has something to tell. */
function useOpening(board: BoardAnswer): Opening | undefined {
  const [opening, setOpening] = useState<Opening | undefined>();

  useEffect(() => {
    const session = createBoardSession({
      boardId: board.boardId,
      me: board.me,
      members: board.members,
      epoch: board.epoch,
      canWrite: board.canWrite,
      // What a team lends until a date does not stay behind in somebody else's browser.
      isKept: board.role === "member",
      role: board.role === "member" ? undefined : board.role,
      socketUrl: socketUrlHere(),
    });
    let isLoaded = false;
    let isCurrent = true;
    const tell = (): void => {
      if (isCurrent) setOpening({ session, isLoaded, refusal: session.status.reason() });
    };
    // Once the table stands, its own mark says how saving goes.
    const stop = session.status.subscribe(() => isLoaded || tell());
    void session.loaded.then(() => {
      isLoaded = true;
      tell();
    });
    return () => {
      isCurrent = false;
      stop();
      setOpening(undefined);
      void session.close();
    };
  }, [board]);

  return opening;
}
