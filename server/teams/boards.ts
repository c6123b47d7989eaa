/** Which boards exist, whose they are and what they are called; what is on them is in their documents. */
import type { BoardId, TeamId } from "../../shared/base/ids.ts";
import type { BoardSummary } from "../../shared/protocol/api.ts";
import type { Clock } from "../ops/clock.ts";
import { newId } from "../ops/ids.ts";
import type { Log } from "../ops/log.ts";
import type { BoardRecord, Records } from "../storage/records.ts";

export type Board = BoardRecord;
export type Boards = ReturnType<typeof createBoards>;

export function createBoards(records: Records, clock: Clock, log: Log) {
  return {
    find: (boardId: BoardId): BoardRecord | undefined => records.board(boardId),

    /** Of a lane, by its name in the log. */
    epochOf: (lane: string): number => records.epochOf(lane),

    list: (team: TeamId): readonly BoardSummary[] =>
      records.boardsOf(team).map(({ id, titleMirror, createdAt }) => ({
        boardId: id,
        title: titleMirror,
        createdAt,
      })),

    /**
     * Makes a board whose document begins with `firstUpdate` (a Yjs update, v1), made by `author`.
     * Resolves when both are on disk. `docOf` names the document of a board in the log.
     */
    async create(board: {
      readonly team: TeamId;
      readonly title: string;
      readonly author: string;
      readonly firstUpdate: Uint8Array;
      readonly docOf: (boardId: BoardId) => string;
    }): Promise<BoardId> {
      const id = newId<BoardId>();
      const createdAt = clock.now();
      await records.addBoard(
        { id, team: board.team, titleMirror: board.title, createdAt },
        { doc: board.docOf(id), at: createdAt, author: board.author, data: board.firstUpdate },
      );
      return id;
    },

    /** Keeps the title in lists equal to the document's; one not kept now is when the board is next opened. */
    mirrorTitle(boardId: BoardId, title: string): void {
      records.mirrorTitle(boardId, title).catch((error: unknown) => {
        log.warn({ boardId, reason: String(error) }, "a board's title was not mirrored");
      });
    },
  };
}
