/**
 * One open board in this browser: its lane (lane-connection.ts), read as a board, the lane of the talk about
 * it, and this member's own once they sort alone. They are saved apart and told of as one.
 *
 * Knows no views; every edit goes through the edit functions of `shared/`, inside `act` or under the
 * `typing` origin.
 */
import * as Y from "yjs";
import type { BoardId } from "../../shared/base/ids.ts";
import { metaRoot } from "../../shared/board/meta.ts";
import { evidenceRoot, needsRoot } from "../../shared/board/needs.ts";
import { nextStepsRoot } from "../../shared/board/next-steps.ts";
import { notesRoot } from "../../shared/board/notes.ts";
import { type BoardReader, createBoardReader } from "../../shared/board/reader.ts";
import { resourcesRoot } from "../../shared/board/resources.ts";
import { shapesRoot } from "../../shared/board/shapes.ts";
import { strokesRoot } from "../../shared/board/strokes.ts";
import { columnsRoot } from "../../shared/numbers/columns.ts";
import { pagesRoot, papersRoot } from "../../shared/papers/papers.ts";
import { regionsRoot } from "../../shared/papers/regions.ts";
import { pilesRoot } from "../../shared/sorting/piles.ts";
import { repliesRoot, threadsRoot } from "../../shared/talk/roots.ts";
import { type AloneHost, createAloneHost } from "./alone-host.ts";
import { newId } from "./ids.ts";
import { joinStatus } from "./joined-status.ts";
import { type LaneSession, type LaneVisitor, openLane } from "./lane-connection.ts";

export interface BoardSession extends LaneSession {
  readonly boardId: BoardId;
  /** The talk about the board: a lane of its own, with its own undo. */
  readonly talk: LaneSession;
  /** What is not to be seen while papers are sorted alone is not in its view. */
  readonly reader: BoardReader;
  readonly alone: AloneHost;
  newId<T extends string>(): T;
}

export interface BoardSessionOptions extends LaneVisitor {
  readonly boardId: BoardId;
  readonly talkEpoch: number;
  /** Of the member's own lane. */
  readonly ownEpoch: number;
}

const roots = [
  metaRoot,
  papersRoot,
  pagesRoot,
  pilesRoot,
  regionsRoot,
  notesRoot,
  strokesRoot,
  shapesRoot,
  needsRoot,
  evidenceRoot,
  resourcesRoot,
  nextStepsRoot,
  columnsRoot,
];

export function createBoardSession(options: BoardSessionOptions): BoardSession {
  const { boardId, me } = options;
  const doc = new Y.Doc();
  const session = openLane({ ...options, lane: { kind: "board", boardId }, doc, roots });
  const talk = openLane({
    ...options,
    lane: { kind: "talk", boardId },
    epoch: options.talkEpoch,
    doc: new Y.Doc(),
    roots: [threadsRoot, repliesRoot],
  });
  const openOwn = (): LaneSession =>
    openLane({
      ...options,
      lane: { kind: "private", boardId, memberId: me.memberId },
      epoch: options.ownEpoch,
      doc: new Y.Doc(),
      // Undoing in a round goes back to the paper as well: client/sorting has a way of its own.
      roots: ["private"],
    });
  const alone = createAloneHost(doc, options.role === undefined ? openOwn : undefined);
  const reader = createBoardReader(doc, (view) => alone.get()?.shown(view) ?? view);
  alone.subscribe(reader.refresh);
  return {
    ...session,
    loaded: alone.settled(session.loaded),
    status: joinStatus(joinStatus(session.status, talk.status), alone.status),
    talk,
    boardId,
    reader,
    alone,
    newId,
    async close() {
      reader.destroy();
      await Promise.all([session.close(), talk.close(), alone.close()]);
    },
  };
}
