/**
 * One open board in this browser: its lane (lane-connection.ts), read as a board.
 *
 * Knows no views; every edit goes through the edit functions of `shared/`, inside `act` or under the
 * `typing` origin.
 */
import * as Y from "yjs";
import type { BoardId } from "../../shared/base/ids.ts";
import { metaRoot } from "../../shared/board/meta.ts";
import { evidenceRoot, needsRoot } from "../../shared/board/needs.ts";
import { notesRoot } from "../../shared/board/notes.ts";
import { type BoardReader, createBoardReader } from "../../shared/board/reader.ts";
import { strokesRoot } from "../../shared/board/strokes.ts";
import { pagesRoot, papersRoot } from "../../shared/papers/papers.ts";
import { regionsRoot } from "../../shared/papers/regions.ts";
import { pilesRoot } from "../../shared/sorting/piles.ts";
import { newId } from "./ids.ts";
import { type LaneSession, type LaneVisitor, openLane } from "./lane-connection.ts";

export interface BoardSession extends LaneSession {
  readonly boardId: BoardId;
  readonly reader: BoardReader;
  newId<T extends string>(): T;
}

export interface BoardSessionOptions extends LaneVisitor {
  readonly boardId: BoardId;
}

const roots = [
  metaRoot,
  papersRoot,
  pagesRoot,
  pilesRoot,
  regionsRoot,
  notesRoot,
  strokesRoot,
  needsRoot,
  evidenceRoot,
];

export function createBoardSession(options: BoardSessionOptions): BoardSession {
  const { boardId } = options;
  const doc = new Y.Doc();
  const reader = createBoardReader(doc);
  const session = openLane({ ...options, lane: { kind: "board", boardId }, doc, roots });
  return {
    ...session,
    boardId,
    reader,
    newId,
    async close() {
      reader.destroy();
      await session.close();
    },
  };
}
