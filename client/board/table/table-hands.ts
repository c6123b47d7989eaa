/**
 * Hands on the table: which tool gets what a pointer does.
 *
 * Owns the hands of each tool, the laser and where the pointer is; the selection is the table state's, the
 * things the document's. Knows no elements, so that tests can drive it (test/fixtures/editor-driver.ts).
 */
import type { NeedId, NoteId, PageId } from "../../../shared/base/ids.ts";
import type { Layout } from "../../../shared/board/layout.ts";
import type { Stroke } from "../../../shared/board/strokes.ts";
import type { PageRect, Point, Size } from "../../../shared/geometry/rect.ts";
import { toBoard } from "../../canvas/camera.ts";
import type { Handlers } from "../../canvas/ground.ts";
import type { HandEvent, Meaning, ToolPointer } from "../../canvas/hands.ts";
import type { BoardSession } from "../../sync/board-session.ts";
import type { Held } from "../../tools/handles.ts";
import type { Hit } from "../../tools/select-tool.ts";
import { createReshaping, type Reshaping } from "../arranging/reshaping.ts";
import type { ShapesOnTable } from "../shapes/shapes-on-table.ts";
import { change, select, type TableStore } from "../table-state.ts";
import { createEdgePull } from "./edge-pull.ts";
import { createMarking, type Marking } from "./marking.ts";
import { createNoteMaking } from "./note-making.ts";
import type { PlacesOnTable } from "./places-on-table.ts";
import { createSelecting, type Selecting } from "./selecting.ts";
import type { TableGround } from "./table-ground.ts";

export interface HandsPorts {
  readonly session: BoardSession;
  readonly state: TableStore;
  readonly ground: TableGround;
  readonly places: PlacesOnTable;
  layout(): Layout;
  shapes(): ShapesOnTable | undefined;
  /** How things lie that are in colleagues' hands. */
  reshapedByOthers(): ReadonlyMap<string, Held> | undefined;
  /** Does something with the shapes, at once or when what draws them has come. */
  withShapes(act: (shapes: ShapesOnTable) => void): void;
  open(hit: Hit): void;
  focus(id: string): void;
  /** So many things became evidence that were not yet. */
  cited(added: number): void;
  /** The need beside the table that lies under a point of the screen. */
  needUnder(screen: Point): NeedId | undefined;
  /** How the pointer is to look; "" = as the tool has it. */
  showCursor(cursor: string): void;
}

export interface TableHands extends Pick<Handlers, "decide" | "onPointer" | "hasMenu"> {
  readonly selecting: Pick<Selecting, "marquee" | "drag" | "lasso" | "guides">;
  readonly reshaping: Pick<Reshaping, "paint">;
  readonly marking: Pick<Marking, "draft">;
  /** How ink of the table lies in this person's hand or a colleague's; undefined = as the document has it. */
  inkInHand(stroke: Stroke): Held | undefined;
  /** Where this person's own laser shines. */
  laser(): Point | undefined;
  /** Where the pointer was last seen, in pixels of the view. */
  pointer(): Point | undefined;
  pointerLeft(): void;
  /** Asked once a frame: pulls the table along under a drag at its edge; whether it goes on. */
  scrollAtEdge(): boolean | undefined;
  /** While Space is down every press moves the table. */
  holdSpace(isDown: boolean): void;
  putNote(at?: Point): NoteId;
  /** Gives up a gesture that is under way; whether there was one. */
  cancel(): boolean;
}

export function createTableHands(ports: HandsPorts): TableHands {
  const { session, state, ground, places } = ports;
  const { presence } = session;
  const edgePull = createEdgePull();
  let isSpaceHeld = false;
  let pointer: ToolPointer | undefined;
  let laserAt: Point | undefined;

  const notes = createNoteMaking(session, state, ground);
  const marking = createMarking({
    session,
    state: state.get,
    pageAt: places.pageAt,
    pagesAlong: places.pagesAlong,
    toBoard: (screen) => toBoard(ground.camera(), screen),
    scale: () => ground.camera().scale,
    composeOn: (page: PageId, rect: PageRect) => change(state, { composing: { page, rect } }),
    selectAt(at) {
      const hit = places.hitAt(at);
      select(state, hit ? [hit.id] : []);
    },
    changed: ground.draw,
  });
  const selecting = createSelecting({
    session,
    state,
    ground,
    layout: ports.layout,
    hitAt: places.hitAt,
    open: ports.open,
    focus: ports.focus,
    cited: ports.cited,
    needUnder: ports.needUnder,
    isSwept: (item, rect) => item.kind !== "shape" || ports.shapes()?.isSwept(item, rect) === true,
    strokesIn: places.strokesIn,
    homeOf: places.homeOf,
  });
  const reshaping = createReshaping({
    session,
    state,
    sizeOf: places.homeOf,
    scale: () => ground.camera().scale,
  });

  function decide(event: HandEvent, at: Point): Meaning {
    const { tool, writing, selection } = state.get();
    if (writing) change(state, { writing: undefined });
    if (event.button === "other") return "nothing";
    if (event.button === "middle" || isSpaceHeld || tool === "hand") return "pan";
    if (event.kind !== "touch") return "tool";
    switch (tool) {
      case "pen":
      case "highlighter":
      case "eraser":
        return marking.marksWith(tool, event.kind) ? "tool" : "pan";
      case "region":
        return places.pageAt(at) ? "tool" : "pan";
      case "note":
        return "wait";
      case "laser":
      case "text":
      case "box":
      case "ellipse":
      case "line":
      case "arrow":
      case "connector":
      case "frame":
        return "tool";
      case "select":
        return reshaping.isHandle(at) || selection.has(places.hitAt(at)?.id ?? "")
          ? "tool"
          : "wait";
    }
  }

  function onPointer(input: ToolPointer, at: Point): void {
    pointer = input;
    presence.set({ at });
    const { tool } = state.get();
    switch (tool) {
      case "select":
        if (ports.shapes()?.grip(input, at)) return;
        if (reshaping.takes(input, at)) return ground.draw();
        ports.showCursor(reshaping.cursorAt(at));
        return selecting.input(input, at);
      case "note":
        return notes.input(input, at);
      case "pen":
      case "highlighter":
      case "eraser":
      case "region":
        return marking.input(tool, input, at);
      case "laser":
        return shine(input, at);
      case "hand":
        return;
      case "text":
      case "box":
      case "ellipse":
      case "line":
      case "arrow":
      case "connector":
      case "frame":
        return ports.withShapes((shapes) => shapes.input(tool, input, at));
    }
  }

  function shine({ is }: ToolPointer, at: Point): void {
    if (is === "move" && !laserAt) return;
    laserAt = is === "down" || is === "move" ? at : undefined;
    presence.set({ laser: laserAt && true });
    ground.draw();
  }

  return {
    selecting,
    reshaping,
    marking,
    decide,
    onPointer,
    hasMenu: () => ["select", "hand"].includes(state.get().tool),
    inkInHand({ id, box, turn }) {
      const lies = state.get().reshaped?.get(id) ?? ports.reshapedByOthers()?.get(id);
      const drag = selecting.drag();
      if (lies || !box || !drag?.ids.has(id)) return lies;
      return { box: { ...box, x: box.x + drag.by.x, y: box.y + drag.by.y }, turn };
    },
    laser: () => laserAt,
    pointer: () => pointer?.screen,
    pointerLeft: () => presence.set({ at: undefined }),
    scrollAtEdge() {
      if (!pointer || !(selecting.drag() || selecting.marquee())) return undefined;
      const size: Size = ground.size();
      const pull = edgePull(pointer.screen, size);
      if (!pull) return undefined;
      if (pull.x !== 0 || pull.y !== 0) {
        ground.panBy(pull);
        selecting.input({ ...pointer, is: "move" }, toBoard(ground.camera(), pointer.screen));
      }
      return true;
    },
    holdSpace(isDown) {
      isSpaceHeld = isDown;
    },
    putNote: notes.put,
    cancel() {
      notes.cancel();
      return [
        selecting.cancel(),
        reshaping.cancel(),
        marking.cancel(),
        ports.shapes()?.cancel(),
      ].includes(true);
    },
  };
}
