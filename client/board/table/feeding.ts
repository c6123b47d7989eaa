/**
 * From the document to the scene: what came, changed or went on the board comes, changes or goes on the
 * table; and what is gone from the board is let go of.
 *
 * Owns the layout and the memory of what the scene was fed last. What draws shapes is fetched with the
 * first of them. Knows no elements and no pictures.
 */
import type { NoteId, PaperId, RegionId, ShapeId, StrokeId } from "../../../shared/base/ids.ts";
import type { Layout } from "../../../shared/board/layout.ts";
import type { BoardReader, BoardView } from "../../../shared/board/reader.ts";
import type { Size } from "../../../shared/geometry/rect.ts";
import { canLayOut } from "../../../shared/sorting/piles.ts";
import type { SceneEdit } from "../../canvas/scene.ts";
import type { TalkCounts } from "../../talk/talk-hands.ts";
import type { Held } from "../../tools/handles.ts";
import { createStore, type Store } from "../../ui/store.ts";
import type { ShapesOnTable } from "../shapes/shapes-on-table.ts";
import { change, isShapeTool, select, type TableStore } from "../table-state.ts";
import { createTableItems, type TableItem } from "./table-items.ts";

export interface FeedingPorts {
  readonly reader: BoardReader;
  readonly state: TableStore;
  threads(): TalkCounts;
  /** How things lie that are in colleagues' hands. */
  reshapedByOthers(): ReadonlyMap<string, Held> | undefined;
  apply(edit: SceneEdit<TableItem>): void;
  /** Fetches and sets up what draws shapes; it says by `resized` that a card is not as large as it was. */
  fetchShapes(resized: () => void): Promise<ShapesOnTable>;
  /** After each feed. */
  fed(board: BoardView): void;
}

export interface Feeding {
  readonly layout: Store<Layout>;
  /** Takes over the document and what is in hand into the scene. */
  feed(): void;
  /** What is not on the board any more cannot stay in hand. */
  letGoOfTheGone(): void;
  noteGrew(id: NoteId, size: Size): void;
  /** Undefined until the board has one, or somebody takes a tool for them in hand. */
  shapes(): ShapesOnTable | undefined;
  /** Does something with the shapes, at once or when what draws them has come. */
  withShapes(act: (shapes: ShapesOnTable) => void): void;
  destroy(): void;
}

/** More than a hand does while a chunk comes. */
const mostEarly = 400;

export function createFeeding(ports: FeedingPorts): Feeding {
  const { reader, state } = ports;
  const items = createTableItems();
  const layout = createStore<Layout>(items.layout(reader.view(), state.get().laidOut));
  let shapes: ShapesOnTable | undefined;
  let areShapesComing = false;
  let lastReshaped: ReadonlyMap<string, Held> | undefined;
  let isGone = false;
  const early: ((shapes: ShapesOnTable) => void)[] = [];

  function fetchShapes(board: BoardView): void {
    const isWanted = board.shapes.size > 0 || isShapeTool(state.get().tool);
    if (shapes || areShapesComing || !isWanted) return;
    areShapesComing = true;
    ports.fetchShapes(feed).then(
      (come) => {
        if (isGone) return come.destroy();
        shapes = come;
        feed();
        for (const catchUp of early.splice(0)) catchUp(come);
      },
      () => {
        // The line is down: asked for again with the next thing that changes.
        areShapesComing = false;
      },
    );
  }

  /** In colleagues' hands and in this person's own, which counts where both have hold of a thing. */
  function reshapedNow(): ReadonlyMap<string, Held> | undefined {
    const own = state.get().reshaped;
    const theirs = ports.reshapedByOthers();
    return own && theirs ? new Map([...theirs, ...own]) : (own ?? theirs);
  }

  function feed(): void {
    const board = reader.view();
    layout.set(items.layout(board, state.get().laidOut));
    fetchShapes(board);
    const inHand = { ...state.get(), reshaped: reshapedNow() };
    const { reshaped } = inHand;
    const held = lastReshaped;
    lastReshaped = reshaped;
    // What a handle pulls lies where it is pulled to, and lines run to where it lies: nothing glides there.
    const atOnce = ({ id, content }: TableItem): boolean =>
      (reshaped ?? held) !== undefined &&
      (reshaped?.has(id) === true ||
        held?.has(id) === true ||
        (content.is === "shape" && content.path !== undefined));
    ports.apply({ ...items.edit(board, { ...inHand, threads: ports.threads() }), atOnce });
    if (shapes) ports.apply({ ...shapes.edit(board, inHand), atOnce });
    ports.fed(board);
  }

  return {
    layout,
    feed,
    letGoOfTheGone() {
      const board = reader.view();
      const { selection, writing, laidOut } = state.get();
      const kept = [...selection].filter((id) => isOnBoard(board, id));
      if (kept.length < selection.size) select(state, kept);
      if (writing && !isOnBoard(board, writing)) change(state, { writing: undefined });
      // What was put together for everybody, or gathered into a grid, is no more to be put together here.
      const spread = board.piles.find(({ id }) => id === laidOut);
      if (laidOut && !(spread && canLayOut(spread))) change(state, { laidOut: undefined });
    },
    noteGrew(id, size) {
      if (size.h > 0 && items.grew(id, size)) feed();
    },
    shapes: () => shapes,
    withShapes(act) {
      if (shapes) act(shapes);
      else if (early.length < mostEarly) early.push(act);
    },
    destroy() {
      isGone = true;
      shapes?.destroy();
    },
  };
}

function isOnBoard(board: BoardView, id: string): boolean {
  return (
    board.papers.has(id as PaperId) ||
    board.notes.has(id as NoteId) ||
    board.shapes.has(id as ShapeId) ||
    board.strokes.has(id as StrokeId) ||
    board.regions.has(id as RegionId)
  );
}
